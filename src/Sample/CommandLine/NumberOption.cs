using System.CommandLine;
using System.Globalization;
using System.Numerics;

namespace TaskGen.Sample;

/// <summary>Creates options whose value is a number in a range.</summary>
internal static class NumberOption
{
    public static Option<T> Create<T>(string name, string unit, string description, T least, T most, T byDefault)
        where T : INumber<T> => new(name)
        {
            HelpName = unit,
            Description = description,
            DefaultValueFactory = _ => byDefault,
            CustomParser = argument =>
            {
                if (T.TryParse(argument.Tokens[0].Value, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
                {
                    return value;
                }

                argument.AddError($"{name} must be a number between {least} and {most}.");
                return default;
            },
        };
}

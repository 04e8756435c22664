using System.Globalization;

namespace Reliability.Worker;

/// <summary>Pairs of <c>--name value</c>.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _values;

    public Arguments(IReadOnlyList<string> texts) =>
        _values = texts.Chunk(2).ToDictionary(static pair => pair[0], static pair => pair[1], StringComparer.Ordinal);

    public string Text(string name) => _values[name];

    public int Number(string name) => int.Parse(_values[name], CultureInfo.InvariantCulture);

    public TimeSpan Seconds(string name) => TimeSpan.FromSeconds(double.Parse(_values[name], CultureInfo.InvariantCulture));

    public static string Write(TimeSpan seconds) => seconds.TotalSeconds.ToString(CultureInfo.InvariantCulture);

    public static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using TaskGen.Exceptions;

namespace TaskGen.CompilerServices;

/// <summary>Serializes an enumeration value as its number. As in C#, a number without a named member is valid.</summary>
internal sealed class EnumValue<TEnum, TNumber>(PayloadValue<TNumber> number) : PayloadValue<TEnum>
    where TEnum : struct, Enum
    where TNumber : struct
{
    protected override void WriteCore(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        number.Write(writer, Unsafe.BitCast<TEnum, TNumber>(value), options);

    protected override TEnum ReadCore(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return Unsafe.BitCast<TNumber, TEnum>(number.Read(ref reader, options));
        }
        catch (PayloadProblemException problem)
        {
            // A converter of the enumeration does not apply to arguments, so callers may pass a name by mistake.
            throw new PayloadProblemException(problem.Message + JsonEnums.Examples(typeof(TEnum)));
        }
    }

    protected override JsonNode DescribeCore(JsonSerializerOptions options)
    {
        // Numbers without a named member are also valid, so the schema lists the names in its description and not as a constraint.
        var shape = number.Describe(options);
        shape["description"] = string.Join(", ", Enum.GetNames<TEnum>().Zip(
            Enum.GetValues<TEnum>(),
            static (name, value) => string.Create(CultureInfo.InvariantCulture, $"{Unsafe.BitCast<TEnum, TNumber>(value)} = {name}")));
        return shape;
    }
}

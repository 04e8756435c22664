using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.CSharpText;

/// <summary>Constants as code.</summary>
internal static class Literals
{
    /// <summary>A string.</summary>
    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>A double.</summary>
    public static string Of(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "D",
    };

    /// <summary>A number of seconds or of retries.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A constant of any type; null where code cannot say it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type it is for.</param>
    /// <param name="typeName">The name of the type, for enumerations.</param>
    public static string? Of(object? value, ITypeSymbol type, Func<ITypeSymbol, string> typeName)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return value is null ? "null" : Of(value, nullable.TypeArguments[0], typeName);
        }

        if (value is null)
        {
            return type.IsReferenceType ? "null" : "default";
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return $"({typeName(type)})({OfPrimitive(value)})";
        }

        return OfPrimitive(value);
    }

    private static string? OfPrimitive(object value) => value switch
    {
        string text => Of(text),
        char character => SymbolDisplay.FormatLiteral(character, quote: true),
        bool flag => flag ? "true" : "false",
        double number => Of(number),
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "M",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        sbyte or byte or short or ushort or int => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => null,
    };
}

using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TaskGen.Generator.CSharpText;

/// <summary>Formats constants as C# literals.</summary>
internal static class Literals
{
    /// <summary>Formats a string.</summary>
    public static string Of(string value) => SymbolDisplay.FormatLiteral(value, quote: true);

    /// <summary>Formats a double.</summary>
    public static string Of(double value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ => value.ToString("R", CultureInfo.InvariantCulture) + "D",
    };

    /// <summary>Formats an integer.</summary>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Formats a constant of any type.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type of the parameter or service key that has the value.</param>
    /// <param name="typeName">A function that returns the name of an enumeration type in generated code.</param>
    /// <returns>The literal; null if C# has no literal for the value.</returns>
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

using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Typed reads of attribute arguments.</summary>
internal static class AttributeReader
{
    /// <summary>A named argument, or what holds where it is left out.</summary>
    public static T Read<T>(AttributeData attribute, string name, T missing)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name && argument.Value is { Kind: not TypedConstantKind.Error, Value: T value })
            {
                return value;
            }
        }

        return missing;
    }

    /// <summary>Whether a named argument is there.</summary>
    public static bool IsGiven(AttributeData attribute, string name)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first positional argument where it is a string.</summary>
    public static string? ReadText(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Kind: not TypedConstantKind.Error, Value: string text }, ..] } ? text : null;

    /// <summary>The exception types that attributes of one kind name.</summary>
    public static IEnumerable<ITypeSymbol> ExceptionTypes(IMethodSymbol method, string attributeName)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(attributeName))
            {
                yield return attribute.AttributeClass!.TypeArguments[0];
            }
        }
    }
}

using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>Reads arguments of attributes.</summary>
internal static class AttributeReader
{
    /// <summary>Returns the value of a named argument, or the specified value if the argument is missing.</summary>
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

    /// <summary>Determines whether the attribute has a named argument.</summary>
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

    /// <summary>Returns the first positional argument; null unless it is a string.</summary>
    public static string? ReadText(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Kind: not TypedConstantKind.Error, Value: string text }, ..] } ? text : null;

    /// <summary>Returns the exception types that all attributes with the specified name specify.</summary>
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

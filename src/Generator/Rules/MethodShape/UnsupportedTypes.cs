using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>The types that parameters and results cannot have, regardless of the JSON serializer options.</summary>
internal static class UnsupportedTypes
{
    // The default of JsonSerializerOptions.MaxDepth.
    private const int MaxDepth = 64;
    private const string AsZero = "would be deserialized as zero";

    // In messages, the reason follows the name of the type.
    private static readonly Dictionary<string, Explanation> Lost = new(StringComparer.Ordinal)
    {
        ["System.Numerics.BigInteger"] = new(AsZero, "Use a string instead"),
        ["System.Index"] = new(AsZero, "Use an int instead"),
        ["System.Range"] = new("would be deserialized as an empty range", "Use two int values instead"),
        ["System.Text.Rune"] = new(AsZero, "Use a string instead"),
        ["System.IProgress`1"] = new("cannot report to another process", "Use an ITaskProgress parameter to report progress"),
        [MetadataNames.Framework.CancellationToken] = new(
            "cannot be sent to another process", "Use a parameter of type CancellationToken to receive the token of the attempt"),
    };

    /// <summary>Explains why no value of a type can be serialized; null if values can be serialized.</summary>
    public static Explanation? WhyNot(ITypeSymbol type) => WhyNot(type, 0);

    /// <summary>
    /// Explains why values of a framework type would be deserialized without their content, or could not be serialized. Returns null for
    /// other types, which are not checked because they might have converters.
    /// </summary>
    public static Explanation? WhyLost(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { IsSZArray: false }:
                return new Explanation(
                    $"JSON does not support the multidimensional array '{type.ToDisplayString()}'", "Use an array of arrays instead");
            case IArrayTypeSymbol array:
                return WhyLost(array.ElementType);
            case { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr }:
                return new Explanation(
                    $"'{type.ToDisplayString()}' can have a different size in another process", "Use long or ulong instead");
            case INamedTypeSymbol { ContainingNamespace.IsGlobalNamespace: false } named:
                if (Lost.TryGetValue(named.OriginalDefinition.GetFullMetadataName(), out var lost))
                {
                    return lost with { Reason = $"'{type.ToDisplayString()}' {lost.Reason}" };
                }

                // The type arguments of other types are not checked, because a converter might handle them.
                if (named.GetFullMetadataName().StartsWith("System.", StringComparison.Ordinal)
                    || named.Is(MetadataNames.DetailedTaskProgress))
                {
                    foreach (var argument in named.TypeArguments)
                    {
                        if (WhyLost(argument) is { } reason)
                        {
                            return reason;
                        }
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static Explanation? WhyNot(ITypeSymbol type, int depth) => type switch
    {
        _ when depth > MaxDepth => new Explanation(
            "its type arguments and elements are nested in more than 64 levels, which JSON does not support", "Use a simpler type instead"),
        { IsRefLikeType: true } =>
            new Explanation($"'{type.ToDisplayString()}' is a ref struct, which exists only on the stack", "Use an array instead"),
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => new Explanation(
            "a pointer is not valid in another process", "Use the value that it points to instead"),
        { TypeKind: TypeKind.Dynamic } => new Explanation("the type 'dynamic' is not known at compile time", "Use a specific type instead"),
        IArrayTypeSymbol array => WhyNot(array.ElementType, depth + 1),
        INamedTypeSymbol named => WhyNotArguments(named, depth + 1),
        _ => null,
    };

    private static Explanation? WhyNotArguments(INamedTypeSymbol type, int depth)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (WhyNot(argument, depth) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }
}

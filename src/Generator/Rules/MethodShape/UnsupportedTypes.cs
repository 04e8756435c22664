using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>The types that parameters and results cannot have, whatever the serializer is told.</summary>
internal static class UnsupportedTypes
{
    private static readonly Dictionary<string, string> Lost = new(StringComparer.Ordinal)
    {
        ["System.Numerics.BigInteger"] = "would arrive as zero; use a string",
        ["System.Index"] = "would arrive as zero; use an int",
        ["System.Range"] = "would arrive empty; use two ints",
        ["System.Text.Rune"] = "would arrive as zero; use a string",
        ["System.IProgress`1"] = "reports to nobody in another process; use ITaskProgress",
        [MetadataNames.Framework.CancellationToken] =
            "means nothing in another process; take a CancellationToken, not nullable and on its own, which is that of the execution",
    };

    /// <summary>Why no value of a type can be serialized; null where it can.</summary>
    public static string? WhyNot(ITypeSymbol type) => type switch
    {
        { IsRefLikeType: true } => $"'{type.ToDisplayString()}' lives on the stack; use an array",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } => "a pointer means nothing in another process",
        { TypeKind: TypeKind.Dynamic } => "the compiler does not know its type",
        IArrayTypeSymbol array => WhyNot(array.ElementType),
        INamedTypeSymbol named => WhyNotArguments(named),
        _ => null,
    };

    /// <summary>
    /// Why values of a type of the framework would arrive empty, or would not be written at all. Types of the user may have converters, so
    /// nothing is said of them.
    /// </summary>
    public static string? WhyLost(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol { IsSZArray: false }:
                return $"JSON has no '{type.ToDisplayString()}'; use an array of arrays";
            case IArrayTypeSymbol array:
                return WhyLost(array.ElementType);
            case { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr }:
                return $"'{type.ToDisplayString()}' has another size in another process; use long or ulong";
            case INamedTypeSymbol { ContainingNamespace.IsGlobalNamespace: false } named:
                if (Lost.TryGetValue(named.OriginalDefinition.GetFullMetadataName(), out var instead))
                {
                    return $"'{type.ToDisplayString()}' {instead}";
                }

                // What travels inside a type of the user is up to its converter; and a detail is what a progress of ours holds.
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

    /// <summary>The type that is left to its JSON description though a tuple is inside it.</summary>
    public static ITypeSymbol? TupleInside(ITypeSymbol type)
    {
        foreach (var described in DescribedTypes.Of(type))
        {
            if (HoldsTuple(described))
            {
                return described;
            }
        }

        return null;
    }

    private static string? WhyNotArguments(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (WhyNot(argument) is { } reason)
            {
                return reason;
            }
        }

        return null;
    }

    private static bool HoldsTuple(ITypeSymbol type)
    {
        if (type.IsTupleType || type is IArrayTypeSymbol array && HoldsTuple(array.ElementType))
        {
            return true;
        }

        if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                if (HoldsTuple(argument))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

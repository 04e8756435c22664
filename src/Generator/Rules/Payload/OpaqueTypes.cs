using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Recognizes types without source code whose values are lost completely: they store a value, but have no member that the serializer sets.
/// </summary>
internal static class OpaqueTypes
{
    private static readonly Explanation Explanation = new("has no member that the serializer can set", JsonConstructors.ForeignRemedy);

    private static readonly Explanation Reversed = new(
        "is a stack, whose elements are in the reverse order after deserialization", "Use a list, an array, or a queue instead");

    // The serializer has converters for these types, which are not found by their special type.
    private static readonly HashSet<string> Converted = new(StringComparer.Ordinal)
    {
        "System.Guid", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.TimeSpan", "System.Half", "System.Int128",
        "System.UInt128", "System.Uri", "System.Version",
    };

    private static readonly HashSet<string> Stacks = new(StringComparer.Ordinal)
    {
        "System.Collections.Stack", "System.Collections.Generic.Stack`1", "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Collections.Immutable.ImmutableStack`1", "System.Collections.Immutable.IImmutableStack`1",
    };

    /// <summary>Determines whether the serializer has a built-in format for a type.</summary>
    public static bool HasFormat(INamedTypeSymbol type) =>
        type.SpecialType != SpecialType.None
        || type.ContainingAssembly.Name == MetadataNames.RuntimeAssembly
        || Converted.Contains(type.OriginalDefinition.GetFullMetadataName());

    /// <summary>Explains why the values of a type are lost completely; null if at least a part of them is restored.</summary>
    /// <param name="type">The class or structure, which is not a collection.</param>
    /// <param name="members">The members that the serializer writes.</param>
    public static Explanation? WhyLost(INamedTypeSymbol type, List<JsonMember> members)
    {
        if (!type.DeclaringSyntaxReferences.IsEmpty || (type.IsValueType && JsonConstructors.Choose(type) is not null))
        {
            return null;
        }

        var isWritten = false;
        foreach (var member in members)
        {
            if (member.IsRead)
            {
                return null;
            }

            isWritten |= !member.IsIgnored;
        }

        return (type.IsValueType ? HasField(type) : isWritten && CanHold(type)) ? Explanation : null;
    }

    /// <summary>Explains why the elements of a collection arrive in another order; null if they do not.</summary>
    public static Explanation? WhyReversed(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol && Stacks.Contains(current.OriginalDefinition.GetFullMetadataName()))
            {
                return Reversed;
            }
        }

        return null;
    }

    // The compiler loads the private fields of a structure. A reference assembly has a field for them.
    private static bool HasField(INamedTypeSymbol type)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false })
            {
                return true;
            }
        }

        return false;
    }

    // A class without parameters anywhere has the same value in each object.
    private static bool CanHold(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None }; current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                var holds = member switch
                {
                    IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters: [{ } parameter, ..] } =>
                        !SymbolEqualityComparer.Default.Equals(parameter.Type, current),
                    IMethodSymbol { MethodKind: MethodKind.Ordinary, IsStatic: true } factory =>
                        SymbolEqualityComparer.Default.Equals(factory.ReturnType, type),
                    IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false, Parameters.IsEmpty: false } method =>
                        method.Name is not "Equals" and not "CompareTo",
                    IPropertySymbol { IsStatic: false } property =>
                        ReadOnlyCollections.IsHeld(property) || JsonCollections.IsMutable(property.Type),
                    _ => false,
                };
                if (holds)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

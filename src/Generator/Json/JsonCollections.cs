using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Json;

/// <summary>
/// Provides information about collections as the JSON serializer handles them: for a type that implements <c>IEnumerable</c>, the
/// serializer writes the elements and ignores the properties.
/// </summary>
internal static class JsonCollections
{
    private const string Enumerable = "System.Collections.Generic.IEnumerable`1";

    private static readonly HashSet<string> ReadableInterfaces = new(StringComparer.Ordinal)
    {
        "System.Collections.IEnumerable",
        "System.Collections.ICollection",
        "System.Collections.IList",
        "System.Collections.IDictionary",
        Enumerable,
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IList`1",
        "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.IReadOnlyDictionary`2",
    };

    private static readonly HashSet<string> Dictionaries = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.IReadOnlyDictionary`2",
    };

    // The serializer adds elements through one of these interfaces.
    private static readonly HashSet<string> Filled = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.ICollection`1",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.IList",
        "System.Collections.IDictionary",
    };

    private static readonly HashSet<string> FilledByName = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.Stack`1",
        "System.Collections.Generic.Queue`1",
        "System.Collections.Concurrent.ConcurrentStack`1",
        "System.Collections.Concurrent.ConcurrentQueue`1",
        "System.Collections.Stack",
        "System.Collections.Queue",
    };

    private static readonly HashSet<string> Unordered = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.HashSet`1",
        "System.Collections.Generic.ISet`1",
        "System.Collections.Immutable.ImmutableHashSet`1",
        "System.Collections.Immutable.IImmutableSet`1",
    };

    /// <summary>Determines whether values of a type are written as JSON arrays, or as JSON objects of keys and values.</summary>
    public static bool IsCollection(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && Implements(type, static candidate => candidate.SpecialType == SpecialType.System_Collections_IEnumerable);

    /// <summary>Returns the type of the elements. For a dictionary, returns the types of its values and keys.</summary>
    /// <returns>The types; null for the element of a collection that is not generic.</returns>
    public static (ITypeSymbol? Element, ITypeSymbol? Key) Elements(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return (array.ElementType, null);
        }

        if (Find(type, static candidate => Dictionaries.Contains(candidate.OriginalDefinition.GetFullMetadataName())) is { } dictionary)
        {
            return (dictionary.TypeArguments[1], dictionary.TypeArguments[0]);
        }

        return Find(
            type, static candidate => candidate.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)
            is { } sequence
            ? (sequence.TypeArguments[0], null)
            : (null, null);
    }

    /// <summary>Returns the reason why a collection cannot be deserialized; null if it can.</summary>
    public static Explanation? WhyNot(INamedTypeSymbol type)
    {
        const string Instead = "Use an array, a list, a set, or a dictionary";
        var name = type.OriginalDefinition.GetFullMetadataName();
        if (ReadableInterfaces.Contains(name) || name.StartsWith("System.Collections.Immutable.", StringComparison.Ordinal) || IsJson(name))
        {
            return null;
        }

        if (type.TypeKind == TypeKind.Interface || type.IsAbstract)
        {
            return new Explanation("which does not specify the class to create", Instead);
        }

        if (!HasParameterlessConstructor(type))
        {
            return new Explanation("a collection without a public parameterless constructor", Instead);
        }

        return Implements(type, static candidate => Filled.Contains(candidate.OriginalDefinition.GetFullMetadataName()))
            || IsFilledByName(type)
            ? null
            : new Explanation("a collection to which the serializer cannot add elements", Instead);
    }

    /// <summary>Determines whether two equal collections can enumerate their elements in different orders.</summary>
    public static bool IsUnordered(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol && Unordered.Contains(current.OriginalDefinition.GetFullMetadataName()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether elements can be added to a collection after its creation.</summary>
    public static bool IsMutable(ITypeSymbol type) => type is not IArrayTypeSymbol
        && !type.OriginalDefinition.GetFullMetadataName().StartsWith("System.Collections.Immutable.", StringComparison.Ordinal)
        && Implements(type, static candidate => Filled.Contains(candidate.OriginalDefinition.GetFullMetadataName()));

    private static bool IsJson(string name) => name.StartsWith("System.Text.Json.", StringComparison.Ordinal);

    private static bool HasParameterlessConstructor(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor is { DeclaredAccessibility: Accessibility.Public, Parameters.IsEmpty: true })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFilledByName(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (FilledByName.Contains(current.OriginalDefinition.GetFullMetadataName()))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Implements(ITypeSymbol type, Func<INamedTypeSymbol, bool> wanted) =>
        type is IArrayTypeSymbol || Find(type, wanted) is not null;

    private static INamedTypeSymbol? Find(ITypeSymbol type, Func<INamedTypeSymbol, bool> wanted)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself && wanted(itself))
        {
            return itself;
        }

        foreach (var implemented in type.AllInterfaces)
        {
            if (wanted(implemented))
            {
                return implemented;
            }
        }

        return null;
    }
}

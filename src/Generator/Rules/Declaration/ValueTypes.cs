using Microsoft.CodeAnalysis;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>
/// The types of values that applications configure or pass as arguments, but rarely register as services. Types that a user declares are
/// not values, except enumerations, because a user can declare a type in order to register it.
/// </summary>
internal static class ValueTypes
{
    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal) { "System.Uri", "System.Version" };

    // The service container returns all registered services for IEnumerable<T>, so that interface is not in the list.
    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.List`1", "System.Collections.Generic.IList`1", "System.Collections.Generic.IReadOnlyList`1",
        "System.Collections.Generic.ICollection`1", "System.Collections.Generic.IReadOnlyCollection`1",
        "System.Collections.Generic.HashSet`1", "System.Collections.Generic.ISet`1", "System.Collections.Generic.IReadOnlySet`1",
        "System.Collections.Generic.Dictionary`2", MetadataNames.Framework.DictionaryInterface,
        MetadataNames.Framework.ReadOnlyDictionaryInterface,
    };

    /// <summary>Determines whether a type is the type of a value, or of a collection of values.</summary>
    public static bool Contain(ITypeSymbol type) => type switch
    {
        { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Enum } => true,
        IArrayTypeSymbol array => Contain(array.ElementType),
        { IsValueType: true } => type.RootNamespace() == "System",
        INamedTypeSymbol named when Collections.Contains(named.OriginalDefinition.GetFullMetadataName()) => ContainArguments(named),
        INamedTypeSymbol named => Classes.Contains(named.GetFullMetadataName()),
        _ => false,
    };

    private static bool ContainArguments(INamedTypeSymbol type)
    {
        foreach (var argument in type.TypeArguments)
        {
            if (!Contain(argument))
            {
                return false;
            }
        }

        return true;
    }
}

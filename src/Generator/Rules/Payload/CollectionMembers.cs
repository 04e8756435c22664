using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds the data that a collection class has in addition to its elements. The serializer writes only the elements of a collection.
/// </summary>
internal static class CollectionMembers
{
    private static readonly Explanation Explanation = new(
        "is a member of a collection, of which only the elements are serialized", "Use a type that contains the collection instead");

    /// <summary>Finds a property or field that stores data; null if there is none.</summary>
    public static LostMember? Find(INamedTypeSymbol type)
    {
        for (var current = type; current is { SpecialType: SpecialType.None } && !current.IsForeign(); current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                var memberType = member switch
                {
                    { IsStatic: true } or { IsImplicitlyDeclared: true } or { IsAbstract: true } => null,
                    IPropertySymbol { IsIndexer: false, SetMethod: not null } property when ReadOnlyCollections.IsHeld(property) =>
                        property.Type,
                    IFieldSymbol { DeclaredAccessibility: Accessibility.Public, IsReadOnly: false } field => field.Type,
                    _ => null,
                };
                if (memberType is { TypeKind: not TypeKind.Delegate } && member.FindAttribute(JsonNames.Ignore) is null)
                {
                    return new LostMember(member.Name, memberType, Explanation);
                }
            }
        }

        return null;
    }
}

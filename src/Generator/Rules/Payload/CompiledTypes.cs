using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds the lost members of a type in another assembly. The compiler does not load its private members, except the fields of a structure,
/// so a property counts as stored if the compiler has implemented it.
/// </summary>
internal static class CompiledTypes
{
    private static readonly Explanation WithoutSetter = new(
        "has no public setter and no matching constructor parameter", JsonConstructors.ForeignRemedy);

    private static readonly Explanation NotPublic = new("is not public, so it is not serialized", JsonConstructors.ForeignRemedy);
    private static readonly Explanation PrivateField = new(
        "is a private field, which is not serialized", JsonConstructors.ForeignRemedy);

    /// <summary>Finds a member whose value is lost; null if there is none.</summary>
    /// <param name="type">The type, without its base types.</param>
    /// <param name="serialized">The members that the serializer writes.</param>
    public static LostMember? FindLost(INamedTypeSymbol type, Dictionary<ISymbol, JsonMember> serialized)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic
                || member.FindAttribute(JsonNames.Ignore) is not null
                || JsonMembers.HasConverter(member)
                || !(ReadOnlyCollections.IsHeld(member) || IsRepeated(member)))
            {
                continue;
            }

            if (serialized.TryGetValue(member, out var found))
            {
                if (found.IsDropped)
                {
                    return new LostMember(member.Name, found.Type, WithoutSetter);
                }
            }
            else if (member is IPropertySymbol { SetMethod: not null, DeclaredAccessibility: not Accessibility.Public } property)
            {
                return new LostMember(member.Name, property.Type, NotPublic);
            }
        }

        return type.IsValueType ? FindField(type, serialized) : null;
    }

    // A protobuf message stores such a collection in a private field.
    private static bool IsRepeated(ISymbol member) =>
        member is IPropertySymbol { SetMethod: null, Type: INamedTypeSymbol type }
        && type.OriginalDefinition.GetFullMetadataName()
            is "Google.Protobuf.Collections.RepeatedField`1" or "Google.Protobuf.Collections.MapField`2";

    // The fields of a structure are compared with the properties whose accessors are code, because such a property probably sets one field.
    private static LostMember? FindField(INamedTypeSymbol type, Dictionary<ISymbol, JsonMember> serialized)
    {
        IFieldSymbol? last = null;
        var free = 0;
        foreach (var member in type.GetMembers())
        {
            if (member is IFieldSymbol { IsStatic: false, CanBeReferencedByName: true } field && !serialized.ContainsKey(field))
            {
                last = field;
                free++;
            }
            else if (member is IPropertySymbol
                && serialized.TryGetValue(member, out var found)
                && found.IsRead
                && !ReadOnlyCollections.IsHeld(member))
            {
                free--;
            }
        }

        return free > 0 ? new LostMember(last!.Name, last.Type, PrivateField) : null;
    }
}

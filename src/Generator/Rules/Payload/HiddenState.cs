using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>Decides whether the value of a private field is lost, by the code that sets and uses it.</summary>
internal static class HiddenState
{
    private static readonly Explanation Field = new(
        "is a private field, which is not serialized",
        "Mark the field with [JsonInclude], or add a property with an init accessor or a constructor parameter for its value");

    private static readonly Explanation ReadOnlyField = new(
        "is a private read-only field, which is not serialized",
        "Add a property with an init accessor, or a property and a parameter of a constructor with [JsonConstructor]");

    /// <summary>
    /// Finds the member to report if the value of a private field is lost; null if it is restored or can be computed again.
    /// </summary>
    /// <param name="field">The field.</param>
    /// <param name="code">The code of the type.</param>
    /// <param name="type">The type that contains the field.</param>
    /// <param name="serialized">The members that the serializer writes.</param>
    public static LostMember? Find(
        IFieldSymbol field, StateCode code, INamedTypeSymbol type, Dictionary<ISymbol, JsonMember> serialized)
    {
        var origins = code[field.Name];
        if ((origins & (StateOrigins.Parameter | StateOrigins.Setter)) != 0)
        {
            return null;
        }

        var view = FindView(field, type, serialized);
        var isLost = (origins & StateOrigins.Elsewhere) != 0
            || ((origins & StateOrigins.Fresh) != 0 && view is not null)
            || IsChanged(field, origins, view);
        return !isLost ? null
            : view is null ? new LostMember(field.Name, field.Type, Explain(field))
            : new LostMember(
                view.Name,
                view.Type,
                new Explanation($"is computed from the private field '{field.Name}', which is not serialized", Explain(field).Remedy));
    }

    // A dictionary that no property shows is probably a cache. A collection that a property shows only as read-only, and that no code
    // changes, has the same elements in each object.
    private static bool IsChanged(IFieldSymbol field, StateOrigins origins, IPropertySymbol? view)
    {
        var isArray = field.Type is IArrayTypeSymbol;
        if (!isArray && !JsonCollections.IsMutable(field.Type))
        {
            return false;
        }

        var isChanged = (origins & StateOrigins.Changed) != 0;
        return view is null
            ? isChanged && JsonCollections.Elements(field.Type).Key is null
            : isChanged || (!isArray && JsonCollections.IsMutable(view.Type));
    }

    // The property that the serializer writes, but does not read, and whose getter uses the field.
    private static IPropertySymbol? FindView(IFieldSymbol field, INamedTypeSymbol type, Dictionary<ISymbol, JsonMember> serialized)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { GetMethod: { } getter } property
                && serialized.TryGetValue(property, out var found)
                && found is { IsRead: false, IsIgnored: false }
                && !getter.DeclaringSyntaxReferences.IsEmpty
                && StateCode.Mentions(getter.DeclaringSyntaxReferences[0].GetSyntax(), field.Name))
            {
                return property;
            }
        }

        return null;
    }

    private static Explanation Explain(IFieldSymbol field) =>
        field.IsReadOnly && !JsonCollections.IsMutable(field.Type) ? ReadOnlyField : Field;
}

using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds classes that refer to each other in both directions, such as database entities. Trees, singly linked lists, and recursive types
/// such as expressions have an end. Therefore, a cycle is reported only if names or attributes show that one member is the back reference.
/// </summary>
internal static class PayloadCycles
{
    private const string ForeignKey = "System.ComponentModel.DataAnnotations.Schema.ForeignKeyAttribute";
    private const string InverseProperty = "System.ComponentModel.DataAnnotations.Schema.InversePropertyAttribute";

    private static readonly string[] UpNames = ["Parent", "Owner", "Container", "Ancestor"];
    private static readonly HashSet<string> DownNames = new(StringComparer.Ordinal)
    {
        "Next", "Inner", "Child", "Body", "Then", "Else", "Left", "Right", "Value", "Operand", "Template", "First", "Last",
    };

    /// <summary>Finds the paths that lead from a type back to itself, such as <c>.Customer.Orders[]</c>.</summary>
    public static IEnumerable<(string Way, ITypeSymbol End)> Find(INamedTypeSymbol type, List<JsonMember> members)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            yield break;
        }

        var singles = 0;
        foreach (var member in members)
        {
            singles += IsSerialized(member) && IsSame(member.Type, type) ? 1 : 0;
        }

        foreach (var member in members)
        {
            if (!IsSerialized(member)
                || Target(member, out var isMany) is not { TypeKind: TypeKind.Class } other
                || other.IsForeign()
                || JsonMembers.HasConverter(other))
            {
                continue;
            }

            var way = $".{member.Symbol.Name}{(isMany ? "[]" : "")}";
            foreach (var back in IsSame(other, type) ? members : JsonMembers.Of(other))
            {
                if (!IsSerialized(back)
                    || !IsSame(Target(back, out var isManyBack), type)
                    || SymbolEqualityComparer.Default.Equals(back.Symbol, member.Symbol))
                {
                    continue;
                }

                var isBack = IsSame(other, type)
                    ? !isMany && (isManyBack ? LeadsUp(member, type, singles) : IsDouble(member, back))
                    : IsPair(member, isMany, type, back, isManyBack, other);
                if (isBack && (IsChangeable(member, isMany) || IsChangeable(back, isManyBack)))
                {
                    yield return ($"{way}.{back.Symbol.Name}{(isManyBack ? "[]" : "")}", type);
                }
            }
        }
    }

    // Recognizes a parent reference, as in Parent and Children: a reference to a single object leads to the parent if its name or a key
    // property beside it shows that, or if it is the only such reference and its name does not suggest a child.
    private static bool LeadsUp(JsonMember member, INamedTypeSymbol type, int singles) =>
        Array.Exists(UpNames, name => member.Symbol.Name.StartsWith(name, StringComparison.Ordinal)) || IsNavigation(member, type)
        || (singles == 1 && !SuggestsDown(member.Symbol.Name));

    // Recognizes Next and Previous in a doubly linked list.
    private static bool IsDouble(JsonMember member, JsonMember back) =>
        member.Symbol.Name == "Next" && back.Symbol.Name is "Previous" or "Prev";

    private static bool IsPair(
        JsonMember member, bool isMany, INamedTypeSymbol type, JsonMember back, bool isManyBack, INamedTypeSymbol other)
    {
        if (IsNavigation(member, type) || IsNavigation(back, other) || (IsNamedLike(member, other) && IsNamedLike(back, type)))
        {
            return true;
        }

        // A required reference to the object whose list contains this object is almost certainly a back reference, because a tree must end.
        var (single, holder) = isMany ? (back, other) : (member, type);
        return isMany != isManyBack && !holder.IsRecord && IsRequired(single) && !SuggestsDown(single.Symbol.Name);
    }

    private static bool IsSerialized(JsonMember member) => !member.IsIgnored && !JsonMembers.HasConverter(member.Symbol);

    private static INamedTypeSymbol? Target(JsonMember member, out bool isMany)
    {
        isMany = JsonCollections.IsCollection(member.Type);
        return (isMany ? JsonCollections.Elements(member.Type).Element : member.Type) as INamedTypeSymbol;
    }

    // Recognizes a navigation property of an entity: there is a key property beside it, it has a matching attribute, or it is virtual and
    // therefore loaded when it is read.
    private static bool IsNavigation(JsonMember member, INamedTypeSymbol owner) =>
        member.Symbol.IsVirtual
        || member.Symbol.FindAttribute(ForeignKey) is not null
        || member.Symbol.FindAttribute(InverseProperty) is not null
        || HasMember(owner, member.Symbol.Name + "Id")
        || HasMember(owner, member.Symbol.Name + "ID");

    private static bool HasMember(INamedTypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamedLike(JsonMember member, INamedTypeSymbol type)
    {
        var name = member.Symbol.Name;
        var stem = type.Name.EndsWith("y", StringComparison.Ordinal) ? type.Name.Substring(0, type.Name.Length - 1) : type.Name;
        return name == type.Name || name == type.Name + "s" || name == type.Name + "es" || name == stem + "ies";
    }

    private static bool IsRequired(JsonMember member) => member.Type.NullableAnnotation == NullableAnnotation.NotAnnotated;

    // Two objects can refer to each other only if the first one can be changed after its creation.
    private static bool IsChangeable(JsonMember member, bool isMany) =>
        member.Symbol is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod.IsInitOnly: false }
        || (isMany && JsonCollections.IsMutable(member.Type));

    private static bool SuggestsDown(string name)
    {
        foreach (var down in DownNames)
        {
            if (name.StartsWith(down, StringComparison.Ordinal) || name.EndsWith(down, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSame(ITypeSymbol? one, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}

using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds classes that refer to each other as entities of a database do: there and back. Trees, lists linked one way and types that hold
/// each other in turn, such as expressions, are data that ends; so the names and attributes of both ends must say that one is the way back.
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

    /// <summary>The ways that lead from a type back to it, such as <c>.Customer.Orders[]</c>.</summary>
    public static IEnumerable<(string Way, ITypeSymbol End)> Find(INamedTypeSymbol type, List<JsonMember> members)
    {
        if (type.TypeKind != TypeKind.Class)
        {
            yield break;
        }

        var singles = 0;
        foreach (var member in members)
        {
            singles += Travels(member) && IsSame(member.Type, type) ? 1 : 0;
        }

        foreach (var member in members)
        {
            if (!Travels(member)
                || Target(member, out var isMany) is not { TypeKind: TypeKind.Class } other
                || other.IsForeign()
                || JsonMembers.HasConverter(other))
            {
                continue;
            }

            var way = $".{member.Symbol.Name}{(isMany ? "[]" : "")}";
            foreach (var back in IsSame(other, type) ? members : JsonMembers.Of(other))
            {
                if (!Travels(back)
                    || !IsSame(Target(back, out var isManyBack), type)
                    || SymbolEqualityComparer.Default.Equals(back.Symbol, member.Symbol))
                {
                    continue;
                }

                var isBack = IsSame(other, type)
                    ? !isMany && (isManyBack ? IsUp(member, type, singles) : IsDouble(member, back))
                    : IsPair(member, isMany, type, back, isManyBack, other);
                if (isBack && (IsChangeable(member, isMany) || IsChangeable(back, isManyBack)))
                {
                    yield return ($"{way}.{back.Symbol.Name}{(isManyBack ? "[]" : "")}", type);
                }
            }
        }
    }

    // Parent and Children: the one goes up if it is named so, has a key beside it, or is the only one and not named like a way down.
    private static bool IsUp(JsonMember member, INamedTypeSymbol type, int singles) =>
        Array.Exists(UpNames, name => member.Symbol.Name.StartsWith(name, StringComparison.Ordinal)) || IsNavigation(member, type)
        || (singles == 1 && !SaysDown(member.Symbol.Name));

    // Next and Previous.
    private static bool IsDouble(JsonMember member, JsonMember back) =>
        member.Symbol.Name == "Next" && back.Symbol.Name is "Previous" or "Prev";

    private static bool IsPair(
        JsonMember member, bool isMany, INamedTypeSymbol type, JsonMember back, bool isManyBack, INamedTypeSymbol other)
    {
        if (IsNavigation(member, type) || IsNavigation(back, other) || (IsNamedLike(member, other) && IsNamedLike(back, type)))
        {
            return true;
        }

        // What must be there and is in a list of what it refers to can hardly be anything but the way back: a tree needs an end.
        var (single, holder) = isMany ? (back, other) : (member, type);
        return isMany != isManyBack && !holder.IsRecord && MustBeThere(single) && !SaysDown(single.Symbol.Name);
    }

    private static bool Travels(JsonMember member) => !member.IsIgnored && !JsonMembers.HasConverter(member.Symbol);

    private static INamedTypeSymbol? Target(JsonMember member, out bool isMany)
    {
        isMany = JsonCollections.IsCollection(member.Type);
        return (isMany ? JsonCollections.Elements(member.Type).Element : member.Type) as INamedTypeSymbol;
    }

    // The properties of an entity: with a key beside it, an attribute that says so, or virtual, so that it is loaded when it is read.
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

    private static bool MustBeThere(JsonMember member) => member.Type.NullableAnnotation == NullableAnnotation.NotAnnotated;

    // Of two objects that refer to each other one was made first, and was changed afterwards.
    private static bool IsChangeable(JsonMember member, bool isMany) =>
        member.Symbol is IFieldSymbol { IsReadOnly: false } or IPropertySymbol { SetMethod.IsInitOnly: false }
        || (isMany && JsonCollections.IsMutable(member.Type));

    private static bool SaysDown(string name)
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

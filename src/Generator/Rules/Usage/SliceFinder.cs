using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Finds the members of a derived type that are lost when its objects are written and read as objects of a base type.</summary>
internal static class SliceFinder
{
    /// <summary>Returns the loss; null if objects of both types have the same data and the same behavior.</summary>
    /// <param name="derived">The type of the objects.</param>
    /// <param name="written">The type whose members are written.</param>
    /// <param name="declared">The declared type.</param>
    /// <param name="canBeListed">Whether nothing is lost when the declared type lists the derived type.</param>
    public static Slice? Find(INamedTypeSymbol derived, INamedTypeSymbol written, INamedTypeSymbol declared, bool canBeListed)
    {
        var kept = JsonMembers.Of(written);
        var lost = new List<string>();
        foreach (var member in JsonMembers.Of(derived))
        {
            if ((!member.IsIgnored || member.Symbol.FindAttribute(JsonNames.ExtensionData) is not null) && !IsKept(member.Symbol, kept))
            {
                lost.Add(member.Symbol.Name);
            }
        }

        if (lost.Count > 0)
        {
            return new Slice(derived, declared, SliceKind.Members, lost, canBeListed);
        }

        AddOverrides(derived, written, kept, lost);
        return lost.Count > 0 ? new Slice(derived, declared, SliceKind.Overrides, lost, canBeListed) : null;
    }

    // A member that hides a member of the base type has a separate value, which is not written.
    private static bool IsKept(ISymbol symbol, List<JsonMember> kept)
    {
        foreach (var member in kept)
        {
            if (member.Symbol.Name == symbol.Name)
            {
                return IsSameSlot(symbol, member.Symbol);
            }
        }

        return false;
    }

    private static bool IsSameSlot(ISymbol symbol, ISymbol other)
    {
        if (other.ContainingType.TypeKind == TypeKind.Interface)
        {
            return true;
        }

        for (var current = symbol; current is not null; current = (current as IPropertySymbol)?.OverriddenProperty)
        {
            if (SymbolEqualityComparer.Default.Equals(current, other))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddOverrides(INamedTypeSymbol derived, INamedTypeSymbol written, List<JsonMember> kept, List<string> lost)
    {
        for (var current = derived;
            current is not null && !SymbolEqualityComparer.Default.Equals(current, written);
            current = current.BaseType)
        {
            foreach (var member in current.GetMembers())
            {
                if (member is { IsOverride: true, IsImplicitlyDeclared: false } and (IMethodSymbol or IPropertySymbol)
                    && member is not IMethodSymbol { AssociatedSymbol: not null }
                    && !IsOfObject(member)
                    && !IsRead(member, kept)
                    && !lost.Contains(member.Name))
                {
                    lost.Add(member.Name);
                }
            }
        }
    }

    // Methods of object, and the members that the compiler declares for records, describe an object but do not use it.
    private static bool IsOfObject(ISymbol member)
    {
        var root = member;
        while (((root as IMethodSymbol)?.OverriddenMethod ?? (ISymbol?)(root as IPropertySymbol)?.OverriddenProperty) is { } overridden)
        {
            root = overridden;
        }

        return root.ContainingType.SpecialType == SpecialType.System_Object
            || (root.ContainingType.IsRecord && root.IsImplicitlyDeclared)
            || (root.ContainingType.IsRecord && root.Name is "PrintMembers" or "EqualityContract");
    }

    // The value of such a property is written, and the base type stores it.
    private static bool IsRead(ISymbol symbol, List<JsonMember> kept)
    {
        foreach (var member in kept)
        {
            if (member.Symbol.Name == symbol.Name)
            {
                return member.IsRead || member.IsIgnored;
            }
        }

        return false;
    }
}

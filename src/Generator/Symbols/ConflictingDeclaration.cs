using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TaskGen.Generator.Symbols;

/// <summary>
/// Recognizes names that the compiler refuses, because they are used twice or reserved. Generated code that repeats such a name, or calls
/// such a method, would have the same error.
/// </summary>
internal static class ConflictingDeclaration
{
    // A tuple element cannot have the name of a member of System.ValueTuple, or the default name of another element.
    private static readonly HashSet<string> ReservedInTuples = new(StringComparer.Ordinal)
    {
        "CompareTo", "Deconstruct", "Equals", "GetHashCode", "Rest", "ToString",
    };

    /// <summary>Whether another member of the class has the same signature, or has the same name and is not a method.</summary>
    public static bool HasTwin(IMethodSymbol method)
    {
        foreach (var member in method.ContainingType.GetMembers(method.Name))
        {
            if (!SymbolEqualityComparer.Default.Equals(member, method)
                && (member is not IMethodSymbol other
                    || (other.Arity == method.Arity && HaveSameTypes(other.Parameters, method.Parameters))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether two parameters have the same name.</summary>
    public static bool HasSameNames(ImmutableArray<IParameterSymbol> parameters)
    {
        for (var index = 1; index < parameters.Length; index++)
        {
            for (var earlier = 0; earlier < index; earlier++)
            {
                if (parameters[earlier].Name == parameters[index].Name)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a name of a tuple element is reserved, or is that of another element.</summary>
    public static bool HasRefusedNames(INamedTypeSymbol tuple)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < tuple.TupleElements.Length; index++)
        {
            var element = tuple.TupleElements[index];
            if (!names.Add(element.Name)
                || ReservedInTuples.Contains(element.Name)
                || (IsDefaultName(element.Name) && element.Name != $"Item{index + 1}"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDefaultName(string name)
    {
        const string Start = "Item";
        return name.StartsWith(Start, StringComparison.Ordinal)
            && name.Length > Start.Length
            && name[Start.Length] != '0'
            && int.TryParse(name.Substring(Start.Length), out var number)
            && number > 0;
    }

    private static bool HaveSameTypes(ImmutableArray<IParameterSymbol> left, ImmutableArray<IParameterSymbol> right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        for (var index = 0; index < left.Length; index++)
        {
            if ((left[index].RefKind == RefKind.None) != (right[index].RefKind == RefKind.None)
                || !SymbolEqualityComparer.Default.Equals(left[index].Type, right[index].Type))
            {
                return false;
            }
        }

        return true;
    }
}

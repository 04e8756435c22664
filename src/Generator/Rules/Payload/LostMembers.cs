using Microsoft.CodeAnalysis;
using TaskGen.Generator.Json;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Payload;

/// <summary>
/// Finds the first member of an object whose value is lost. The members of a type without source code are judged by their public
/// declarations, because the compiler does not load private members.
/// </summary>
internal static class LostMembers
{
    /// <summary>Finds a member whose value is lost; null if there is none.</summary>
    /// <param name="type">The type of the object.</param>
    /// <param name="members">The members that the serializer writes.</param>
    public static LostMember? Find(INamedTypeSymbol type, List<JsonMember> members)
    {
        var serialized = new Dictionary<ISymbol, JsonMember>(SymbolEqualityComparer.Default);
        var restored = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            serialized[member.Symbol] = member;
            if (member is { IsRead: true, IsIgnored: false })
            {
                restored.Add(member.Symbol.Name);
            }
        }

        var hidden = new HashSet<string>(StringComparer.Ordinal);
        var constructor = JsonConstructors.Choose(type);
        for (var current = type; current is { SpecialType: SpecialType.None } && !current.IsForeign(); current = current.BaseType)
        {
            var executed = ExecutedConstructors.Of(current, constructor);
            constructor = executed.Base();
            var found = current.DeclaringSyntaxReferences.IsEmpty
                ? CompiledTypes.FindLost(current, serialized)
                : new SourceType(current, executed, serialized, restored, hidden).Find();
            if (found is not null)
            {
                return found;
            }

            foreach (var member in current.GetMembers())
            {
                if (member is IPropertySymbol)
                {
                    hidden.Add(member.Name);
                }
            }
        }

        return null;
    }
}

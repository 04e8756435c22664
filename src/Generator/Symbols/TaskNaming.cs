using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>What a method is called on the wire and in its client.</summary>
internal static class TaskNaming
{
    /// <summary>
    /// The name on the wire: the declared one, else <c>Class.Method</c> (nested: <c>Outer.Inner.Method</c>) without a trailing
    /// <c>Async</c>.
    /// </summary>
    public static string WireName(IMethodSymbol method, AttributeData attribute) =>
        TaskSettings.Name.Read(attribute) ?? $"{NestedName(method.ContainingType, ".")}.{Identifiers.WithoutAsync(method.Name)}";

    /// <summary>The other names on the wire, in the order of the attributes, each once; they may be no valid names.</summary>
    public static EquatableArray<string> ReadAliases(IMethodSymbol method)
    {
        var aliases = ImmutableArray<string>.Empty;
        foreach (var attribute in AliasAttributes(method))
        {
            if (AttributeReader.ReadText(attribute) is { } alias && !aliases.Contains(alias))
            {
                aliases = aliases.Add(alias);
            }
        }

        return aliases;
    }

    /// <summary>The attributes that give a method other names on the wire.</summary>
    public static IEnumerable<AttributeData> AliasAttributes(IMethodSymbol method)
    {
        foreach (var attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass.Is(MetadataNames.TaskAliasAttribute))
            {
                yield return attribute;
            }
        }
    }

    /// <summary>
    /// The property of the client: the method's name without a trailing <c>Async</c>; of overloads the last segment of their wire names.
    /// </summary>
    /// <returns>The name; null where overloads cannot be told apart.</returns>
    public static string? TaskName(IMethodSymbol method, AttributeData attribute)
    {
        var name = Identifiers.WithoutAsync(method.Name);
        if (!IsOverloaded(method, name))
        {
            return name;
        }

        return TaskSettings.Name.Read(attribute) is { } wireName ? FromWireName(wireName) : null;
    }

    /// <summary>
    /// An identifier out of the last segment of a wire name: <c>mail.send-html</c> gives <c>SendHtml</c>. Null where nothing is left.
    /// </summary>
    public static string? FromWireName(string wireName)
    {
        var segment = wireName.Substring(wireName.LastIndexOf('.') + 1);
        var name = new StringBuilder();
        var upper = true;
        foreach (var character in segment)
        {
            if (SyntaxFacts.IsIdentifierPartCharacter(character) && character != '_')
            {
                name.Append(upper ? char.ToUpperInvariant(character) : character);
                upper = false;
            }
            else
            {
                upper = true;
            }
        }

        if (name.Length > 0 && !SyntaxFacts.IsIdentifierStartCharacter(name[0]))
        {
            name.Insert(0, '_');
        }

        return name.Length == 0 ? null : name.ToString();
    }

    /// <summary>The names of a class and of what it is nested in.</summary>
    public static string NestedName(INamedTypeSymbol type, string separator)
    {
        var name = type.Name;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = container.Name + separator + name;
        }

        return name;
    }

    /// <summary>The property on a client of all tasks, and the prefix of the client's name.</summary>
    public static string GroupName(INamedTypeSymbol type) =>
        AttributeReader.ReadText(type.FindAttribute(MetadataNames.TaskGroupAttribute)) ?? NestedName(type, "");

    private static bool IsOverloaded(IMethodSymbol method, string name)
    {
        foreach (var member in method.ContainingType.GetMembers())
        {
            if (member is IMethodSymbol other
                && !SymbolEqualityComparer.Default.Equals(other, method)
                && Identifiers.WithoutAsync(other.Name) == name
                && other.FindAttribute(MetadataNames.TaskAttribute) is not null)
            {
                return true;
            }
        }

        return false;
    }
}

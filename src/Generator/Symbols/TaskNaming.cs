using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Symbols;

/// <summary>Determines the wire names of a task, and the names of its generated members.</summary>
internal static class TaskNaming
{
    /// <summary>
    /// Returns the wire name: the declared name, or <c>Class.Method</c> without a trailing <c>Async</c>. For a nested class, this is
    /// <c>Outer.Inner.Method</c>.
    /// </summary>
    public static string WireName(IMethodSymbol method, AttributeData attribute) =>
        TaskSettings.Name.Read(attribute) ?? $"{NestedName(method.ContainingType, ".")}.{Identifiers.WithoutAsync(method.Name)}";

    /// <summary>Returns the aliases without duplicates, in the order of the attributes. The names can be invalid.</summary>
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

    /// <summary>Returns the attributes that declare aliases of a task.</summary>
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
    /// Returns the name of the client property: the method name without a trailing <c>Async</c>. For an overloaded method, the name is
    /// derived from the last segment of the declared wire name.
    /// </summary>
    /// <returns>
    /// The name; null for an overload that declares no wire name, or whose wire name cannot be converted to an identifier.
    /// </returns>
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
    /// Derives an identifier from the last segment of a wire name. For example, <c>mail.send-html</c> becomes <c>SendHtml</c>. Returns null
    /// if the segment contains no character that is valid in an identifier.
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

    /// <summary>Returns the name of a class, preceded by the names of the types that contain it.</summary>
    public static string NestedName(INamedTypeSymbol type, string separator)
    {
        var name = type.Name;
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            name = container.Name + separator + name;
        }

        return name;
    }

    /// <summary>
    /// Returns the name of the extension property of <c>ITaskClient</c>, which is also the prefix of the client type name.
    /// </summary>
    public static string GroupName(INamedTypeSymbol type) =>
        AttributeReader.ReadText(type.FindAttribute(MetadataNames.TaskGroupAttribute)) ?? NestedName(type, "");

    /// <summary>Returns the name of the generated client of a task class.</summary>
    public static string ClientName(INamedTypeSymbol type) => GroupName(type) + TaskClassModel.ClientSuffix;

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

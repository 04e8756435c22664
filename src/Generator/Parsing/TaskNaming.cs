using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Emitting;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Parsing;

/// <summary>What a method is called on the wire and in its client.</summary>
internal static class TaskNaming
{
    private const int MaxLength = 200;

    /// <summary>The name on the wire: the declared one, else <c>Class.Method</c> (nested: <c>Outer.Inner.Method</c>) without a trailing <c>Async</c>.</summary>
    public static string WireName(IMethodSymbol method, AttributeData attribute) =>
        AttributeReader.Read<string?>(attribute, "Name", null) ?? $"{NestedName(method.ContainingType, ".")}.{Identifiers.WithoutAsync(method.Name)}";

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

    /// <summary>The property of the client: the method's name without a trailing <c>Async</c>; of overloads the last segment of their wire names.</summary>
    /// <returns>The name; null where overloads cannot be told apart.</returns>
    public static string? TaskName(IMethodSymbol method, AttributeData attribute)
    {
        var name = Identifiers.WithoutAsync(method.Name);
        if (!IsOverloaded(method, name))
        {
            return name;
        }

        return AttributeReader.Read<string?>(attribute, "Name", null) is { } wireName ? Identifiers.FromWireName(wireName) : null;
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

    /// <summary>The class as the client's emitter needs it.</summary>
    public static TaskClassModel ReadClass(INamedTypeSymbol type) => new(
        type.GetFullMetadataName(),
        TypeReader.NameOf(type),
        type.GetDocumentationCommentId() ?? "",
        Namespace(type.ContainingNamespace),
        GroupName(type),
        type.IsSeenOutside());

    /// <summary>The property on a client of all tasks, and the prefix of the client's name.</summary>
    public static string GroupName(INamedTypeSymbol type) =>
        AttributeReader.ReadText(type.FindAttribute(MetadataNames.TaskGroupAttribute)) ?? NestedName(type, "");

    /// <summary>Whether a name may stand on the wire.</summary>
    public static bool IsWireName(string name)
    {
        if (name.Length is 0 or > MaxLength)
        {
            return false;
        }

        foreach (var character in name)
        {
            if (character is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

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

    private static string Namespace(INamespaceSymbol space)
    {
        var name = new StringBuilder();
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, name.Length == 0 ? Identifiers.Escape(space.Name) : Identifiers.Escape(space.Name) + ".");
        }

        return name.ToString();
    }
}

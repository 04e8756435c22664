using System.Text;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>Creates the <see cref="TaskClassModel"/> of a task class.</summary>
internal static class TaskClassParser
{
    /// <summary>Reads a class.</summary>
    public static TaskClassModel Parse(INamedTypeSymbol type) => new(
        type.GetFullMetadataName(),
        TypeReader.NameOf(type),
        type.GetDocumentationCommentId() ?? "",
        Namespace(type.ContainingNamespace),
        TaskNaming.GroupName(type),
        type.IsSeenOutside());

    /// <summary>Returns the name of a namespace with keywords escaped; empty for the global namespace.</summary>
    public static string Namespace(INamespaceSymbol space)
    {
        var name = new StringBuilder();
        for (; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            name.Insert(0, name.Length == 0 ? Identifiers.Escape(space.Name) : Identifiers.Escape(space.Name) + ".");
        }

        return name.ToString();
    }
}

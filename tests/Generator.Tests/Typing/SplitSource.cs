using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Generator.Tests.Typing;

/// <summary>A program of one file as a project with a file for each of its types.</summary>
internal static class SplitSource
{
    /// <summary>The files. The first one has what belongs to the project, such as attributes of the assembly.</summary>
    public static IReadOnlyList<string> Read(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        var space = root.Members.OfType<FileScopedNamespaceDeclarationSyntax>().SingleOrDefault();
        var members = space?.Members ?? root.Members;
        if (members.Any(static member => member is not BaseTypeDeclarationSyntax))
        {
            return [source];
        }

        var usings = string.Concat(root.Usings.Where(static line => line.GlobalKeyword.ValueText.Length == 0));
        var project = string.Concat(root.Usings.Where(static line => line.GlobalKeyword.ValueText.Length > 0));
        var header = space is null ? "" : $"namespace {space.Name};\n{space.Usings}";
        return
        [
            .. members.Select((member, index) => index == 0
                ? project + usings + root.AttributeLists.ToFullString() + header + member.ToFullString()
                : usings + header + member.ToFullString()),
        ];
    }
}

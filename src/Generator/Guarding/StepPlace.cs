using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Guarding;

/// <summary>Identifies the code with which a step failed, without a reference to the compilation.</summary>
/// <param name="Subject">The code in words, for messages.</param>
/// <param name="Path">The path of the source file; empty if unknown.</param>
/// <param name="Start">The zero-based index of the first character in the file.</param>
/// <param name="Length">The number of characters.</param>
/// <param name="DocumentationId">The documentation id of the declaration; empty if the code is identified by its file.</param>
internal sealed record StepPlace(string Subject, string Path = "", int Start = 0, int Length = 0, string DocumentationId = "")
{
    private static readonly char[] Separators = ['/', '\\'];
    private static readonly StepPlace Project = new("the project");

    /// <summary>Returns the place of an input of a step.</summary>
    public static StepPlace Of(object? input) => input switch
    {
        IHasPlace placed => placed.Place,
        SyntaxTree file => OfFile(file.FilePath),
        MethodDeclarationSyntax method => OfMethod(method),
        TaskModel task => new StepPlace($"task '{task.Declaration}'", DocumentationId: task.DocumentationId),
        ConditionModel condition => new StepPlace($"condition '{condition.Declaration}'", DocumentationId: condition.DocumentationId),
        ClientModel { Class: var type } => new StepPlace($"class '{type.MetadataName}'", DocumentationId: type.DocumentationId),
        ClientFileModel file => Of(file.Client),
        EquatableArray<ClientModel> { Count: > 0 } clients => Of(clients[0]),
        FileModel { Tasks: { Count: > 0 } tasks } => Of(tasks[0]),
        FileModel { Conditions: { Count: > 0 } conditions } => Of(conditions[0]),
        GeneratedText file => new StepPlace($"file '{file.HintName}'"),
        _ => Project,
    };

    /// <summary>Returns the place of a file.</summary>
    public static StepPlace OfFile(string path) => new($"file '{path.Substring(path.LastIndexOfAny(Separators) + 1)}'", path);

    /// <summary>Returns the location of the place in a compilation; null if it is not in the compilation.</summary>
    public Location? LocationIn(Compilation compilation)
    {
        if (DocumentationId.Length > 0)
        {
            var locations = DocumentationCommentId.GetFirstSymbolForDeclarationId(DocumentationId, compilation)?.Locations;
            return locations is { IsEmpty: false } all ? all[0] : null;
        }

        foreach (var tree in compilation.SyntaxTrees)
        {
            if (Path.Length > 0 && tree.FilePath == Path && Start + Length <= tree.Length)
            {
                return Location.Create(tree, new TextSpan(Start, Length));
            }
        }

        return null;
    }

    private static StepPlace OfMethod(MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        if (method.Parent is TypeDeclarationSyntax type)
        {
            name = $"{type.Identifier.ValueText}.{name}";
        }

        var span = method.Identifier.Span;
        return new StepPlace($"method '{name}'", method.SyntaxTree.FilePath, span.Start, span.Length);
    }
}

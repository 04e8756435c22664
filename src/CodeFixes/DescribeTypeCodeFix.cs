using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Json;
using TaskGen.Generator.Rules.Payload;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0106: adds <c>[JsonSerializable]</c> to the only <c>JsonSerializerContext</c> in the project, or adds a context if the project
/// has none. The fix is not offered if the project has several contexts.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DescribeTypeCodeFix))]
[Shared]
public sealed class DescribeTypeCodeFix : CodeFixProvider
{
    private const string Title = "Add the type to a JsonSerializerContext";

    private const string ContextName = "TaskJson";
    private const string AttributeName = "global::System.Text.Json.Serialization.JsonSerializable";

    private static readonly ProjectFixAllProvider FixAll = new(Title, FixAsync);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TypeNotInJsonContext];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(PayloadRules.ContextProperty)
                || await HasRoomAsync(project, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(Title, token => FixAsync(project, [diagnostic], token), Title), diagnostic);
            }
        }
    }

    /// <summary>Adds the types of all diagnostics in a project to the context, each type once.</summary>
    private static async Task<Solution> FixAsync(
        Project project, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        // The types are added in source order, so that single fixes and a fix of all diagnostics have the same result.
        var types = new List<string>();
        foreach (var diagnostic in diagnostics.Sort(Compare))
        {
            if (diagnostic.Properties.TryGetValue(PayloadRules.TypeProperty, out var type) && type is not null && !types.Contains(type))
            {
                types.Add(type);
            }
        }

        return diagnostics[0].Properties.TryGetValue(PayloadRules.ContextProperty, out var name) && name is not null
            ? await AddAsync(project, name, types, cancellationToken).ConfigureAwait(false)
            : Create(project, types);
    }

    private static int Compare(Diagnostic one, Diagnostic other)
    {
        var order = string.CompareOrdinal(one.Location.SourceTree?.FilePath, other.Location.SourceTree?.FilePath);
        return order != 0 ? order : one.Location.SourceSpan.Start.CompareTo(other.Location.SourceSpan.Start);
    }

    // A new context can be added only if the project has no context and the name of the new context is not in use.
    private static async Task<bool> HasRoomAsync(Project project, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        return compilation is not null
            && !new JsonContexts(compilation).Any
            && compilation.GetTypeByMetadataName(FullName(project)) is null;
    }

    private static async Task<Solution> AddAsync(Project project, string context, List<string> types, CancellationToken cancellationToken)
    {
        var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
        if (compilation?.GetTypeByMetadataName(context) is not { } type
            || FindPart(project, type) is not { } part
            || project.GetDocument(part.SyntaxTree) is not { } document)
        {
            return project.Solution;
        }

        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var declaration = await part.GetSyntaxAsync(cancellationToken).ConfigureAwait(false);
        editor.ReplaceNode(declaration, (current, _) => Describe((TypeDeclarationSyntax)current, types));
        return editor.GetChangedDocument().Project.Solution;
    }

    // Returns the part of the context that already lists types. If there is none, returns a part that is not generated.
    private static SyntaxReference? FindPart(Project project, INamedTypeSymbol context)
    {
        SyntaxReference? own = null;
        foreach (var reference in context.DeclaringSyntaxReferences)
        {
            if (project.GetDocument(reference.SyntaxTree) is null or SourceGeneratedDocument)
            {
                continue;
            }

            own ??= reference;
            foreach (var attribute in context.GetAttributes())
            {
                if (attribute.AttributeClass.Is(JsonNames.Serializable)
                    && attribute.ApplicationSyntaxReference is { } listed
                    && listed.SyntaxTree == reference.SyntaxTree
                    && reference.Span.Contains(listed.Span))
                {
                    return reference;
                }
            }
        }

        return own;
    }

    private static TypeDeclarationSyntax Describe(TypeDeclarationSyntax declaration, List<string> types)
    {
        var attributes = new List<AttributeSyntax>();
        foreach (var type in types)
        {
            var argument = SyntaxFactory.AttributeArgument(
                SyntaxFactory.TypeOfExpression(SyntaxFactory.ParseTypeName(type).WithAdditionalAnnotations(Simplifier.Annotation)));
            attributes.Add(
                SyntaxFactory.Attribute(SyntaxFactory.ParseName(AttributeName).WithAdditionalAnnotations(Simplifier.Annotation))
                    .WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(argument))));
        }

        return AttributeEdit.AddLines(declaration, attributes);
    }

    // The context is added in a new file, which is easier to find than an addition to an existing file.
    private static Solution Create(Project project, List<string> types)
    {
        var space = project.DefaultNamespace;
        var lines = new List<string>
        {
            "using System.Text.Json.Serialization;", "using TaskGen;", "", $"[assembly: TaskJsonContext<{FullName(project)}>]", "",
        };
        if (!string.IsNullOrEmpty(space))
        {
            lines.Add($"namespace {space};");
            lines.Add("");
        }

        foreach (var type in types)
        {
            lines.Add($"[JsonSerializable(typeof({type}))]");
        }

        lines.Add($"internal sealed partial class {ContextName} : JsonSerializerContext;");
        var root = SyntaxFactory.ParseCompilationUnit(string.Join("\n", lines) + "\n", options: (CSharpParseOptions?)project.ParseOptions);
        var annotated = root.WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation);
        return project.AddDocument(ContextName + ".cs", annotated).Project.Solution;
    }

    private static string FullName(Project project) =>
        string.IsNullOrEmpty(project.DefaultNamespace) ? ContextName : $"{project.DefaultNamespace}.{ContextName}";
}

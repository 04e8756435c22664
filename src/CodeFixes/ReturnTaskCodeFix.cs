using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0002: replaces <c>async void</c> with <c>async Task</c>, in both parts of a partial method.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnTaskCodeFix))]
[Shared]
public sealed class ReturnTaskCodeFix() : TaskCodeFix(DiagnosticIds.AsyncVoid, "Change the return type to Task")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (node is MethodDeclarationSyntax declaration
            && editor.SemanticModel.Compilation.GetTypeByMetadataName("System.Threading.Tasks.Task") is { } task)
        {
            var type = editor.Generator.TypeExpression(task)
                .WithAdditionalAnnotations(Simplifier.AddImportsAnnotation, Simplifier.Annotation);
            foreach (var part in MethodParts.Of(
                (IMethodSymbol?)editor.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken), declaration, cancellationToken))
            {
                editor.SetType(part, type.WithTriviaFrom(part.ReturnType));
            }
        }

        return editor.GetChangedDocument();
    }
}

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0003: removes <c>in</c>, <c>ref readonly</c>, or <c>ref</c> from a parameter to which the method does not assign a value.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ByValueCodeFix))]
[Shared]
public sealed class ByValueCodeFix() : CheckedCodeFix(DiagnosticIds.ParameterNotSerializable, "Pass the parameter by value")
{
    private static readonly SyntaxKind[] ByReference = [SyntaxKind.RefKeyword, SyntaxKind.InKeyword, SyntaxKind.ReadOnlyKeyword];

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (ParameterEdit.Find(node, editor.SemanticModel, cancellationToken) is not { } edit
            || edit.Parameter.RefKind is RefKind.None or RefKind.Out
            || edit.Parts.Any(part => IsWritten(part, edit.Parameter.Ordinal, editor.SemanticModel, cancellationToken)))
        {
            return document;
        }

        foreach (var part in edit.Parts)
        {
            editor.ReplaceNode(part.ParameterList.Parameters[edit.Parameter.Ordinal], static (current, _) =>
            {
                var parameter = (ParameterSyntax)current;
                var kept = parameter.Modifiers.Where(static modifier => !ByReference.Contains(modifier.Kind()));
                return parameter.WithModifiers(SyntaxFactory.TokenList(kept)).WithTriviaFrom(parameter);
            });
        }

        return editor.GetChangedDocument();
    }

    private static bool IsWritten(MethodDeclarationSyntax part, int ordinal, SemanticModel model, CancellationToken cancellationToken)
    {
        var flow = part switch
        {
            { Body: { } body } => model.AnalyzeDataFlow(body),
            { ExpressionBody.Expression: { } expression } => model.AnalyzeDataFlow(expression),
            _ => null,
        };
        var parameter = model.GetDeclaredSymbol(part.ParameterList.Parameters[ordinal], cancellationToken);
        return flow?.WrittenInside.Contains(parameter!, SymbolEqualityComparer.Default) ?? false;
    }
}

using System.Composition;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0201: replaces the invalid characters in the name of a task, queue, or condition. A separator is replaced with a dot, and any
/// other character is replaced with an underscore. No dispatched task can have the old name, because it was never valid.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ValidNameCodeFix))]
[Shared]
public sealed class ValidNameCodeFix() : TaskCodeFix(DiagnosticIds.InvalidName, "Replace the invalid characters in the name")
{
    /// <inheritdoc/>
    protected override async Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return FindText(node, model!, cancellationToken) is { } text && WireNames.IsValid(Valid(text.Token.ValueText));
    }

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (FindText(node, editor.SemanticModel, cancellationToken) is { } text)
        {
            editor.ReplaceNode(text, AttributeEdit.Text(Valid(text.Token.ValueText)).WithTriviaFrom(text));
        }

        return editor.GetChangedDocument();
    }

    // The diagnostic for a task is located at the name; the diagnostic for a condition is located at the method.
    private static LiteralExpressionSyntax? FindText(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        var argument = node is MethodDeclarationSyntax method
            ? (model.GetDeclaredSymbol(method, cancellationToken)
                ?.FindAttribute(MetadataNames.ConditionAttribute)?.ApplicationSyntaxReference
                ?.GetSyntax(cancellationToken) as AttributeSyntax)
                ?.ArgumentList?.Arguments.FirstOrDefault()
            : node.FirstAncestorOrSelf<AttributeArgumentSyntax>();
        return argument?.SyntaxTree == node.SyntaxTree
            && argument.Expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } text
            ? text
            : null;
    }

    private static string Valid(string name)
    {
        var valid = new StringBuilder(name.Length);
        var separator = '\0';
        foreach (var character in name)
        {
            if (WireNames.IsValid(character.ToString()))
            {
                if (separator != '\0' && valid.Length > 0 && IsPart(valid[valid.Length - 1]) && IsPart(character))
                {
                    valid.Append(separator);
                }

                separator = '\0';
                valid.Append(character);
            }
            else if (separator != '.')
            {
                separator = character is '/' or '\\' or ':' or '#' or '|' ? '.' : '_';
            }
        }

        return valid.ToString();
    }

    private static bool IsPart(char character) => character is not ('.' or '_' or '-');
}

using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0003: changes a parameter of type <c>CancellationToken?</c> to <c>CancellationToken</c>, which always has a value, and removes
/// member accesses such as <c>.Value</c> from the body.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PlainTokenCodeFix))]
[Shared]
public sealed class PlainTokenCodeFix() : CheckedCodeFix(DiagnosticIds.ParameterNotSerializable, "Change the type to CancellationToken")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (ParameterEdit.Find(node, editor.SemanticModel, cancellationToken) is not { } edit
            || edit.Parameter
                is not
                {
                    RefKind: RefKind.None,
                    Type: INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } type
                }
            || !type.TypeArguments[0].Is(MetadataNames.Framework.CancellationToken))
        {
            return document;
        }

        foreach (var part in edit.Parts)
        {
            foreach (var use in MethodParts.UsesOf(part, edit.Parameter.Ordinal, editor.SemanticModel, cancellationToken))
            {
                if (ValueAccess(use) is { } access)
                {
                    editor.ReplaceNode(access, use.WithTriviaFrom(access));
                }
            }

            editor.ReplaceNode(
                part.ParameterList.Parameters[edit.Parameter.Ordinal], static (current, _) => WithPlainType((ParameterSyntax)current));
        }

        return editor.GetChangedDocument();
    }

    private static ParameterSyntax WithPlainType(ParameterSyntax parameter)
    {
        var type = parameter.Type switch
        {
            NullableTypeSyntax nullable => nullable.ElementType,
            GenericNameSyntax { TypeArgumentList.Arguments: [var element] } => element,
            QualifiedNameSyntax { Right: GenericNameSyntax { TypeArgumentList.Arguments: [var element] } } => element,
            _ => parameter.Type!,
        };
        var changed = parameter.WithType(type.WithTriviaFrom(parameter.Type!));
        return parameter.Default is { } given
            ? changed.WithDefault(
                given.WithValue(SyntaxFactory.LiteralExpression(SyntaxKind.DefaultLiteralExpression).WithTriviaFrom(given.Value)))
            : changed;
    }

    private static ExpressionSyntax? ValueAccess(IdentifierNameSyntax use) => use.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value" } value => value,
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetValueOrDefault", Parent: InvocationExpressionSyntax call } => call,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } either when either.Left == use => Unwrap(either),
        _ => null,
    };

    private static ExpressionSyntax Unwrap(ExpressionSyntax expression) =>
        expression.Parent is ParenthesizedExpressionSyntax outer ? outer : expression;
}

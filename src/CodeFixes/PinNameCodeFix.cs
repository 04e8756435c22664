using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Contract;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0200: sets the current wire name explicitly in the attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PinNameCodeFix))]
[Shared]
public sealed class PinNameCodeFix() : TaskCodeFix(DiagnosticIds.WireNameNotExplicit, "Set the wire name explicitly")
{
    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (root is null
            || node.FirstAncestorOrSelf<AttributeSyntax>() is not { } attribute
            || !diagnostic.Properties.TryGetValue(ContractProperties.Name, out var name)
            || name is null)
        {
            return document;
        }

        return document.WithSyntaxRoot(root.ReplaceNode(attribute, AttributeEdit.WithFirst(attribute, TaskSettings.Name.Name, name)));
    }
}

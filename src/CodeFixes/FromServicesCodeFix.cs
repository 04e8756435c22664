using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Payload;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Fixes TG0101 and TG0102: adds <c>[FromServices]</c> to a parameter that appears to be a service.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FromServicesCodeFix))]
[Shared]
public sealed class FromServicesCodeFix()
    : TaskCodeFix([DiagnosticIds.TypeNotSerializable, DiagnosticIds.TypeNotDeserializable], "Mark the parameter with [FromServices]")
{
    /// <inheritdoc/>
    protected override Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult(node is ParameterSyntax && diagnostic.Properties.ContainsKey(PayloadRules.ServiceProperty));

    /// <inheritdoc/>
    protected override async Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        AttributeEdit.Add(editor, node, MetadataNames.FromServicesAttribute);
        return editor.GetChangedDocument();
    }
}

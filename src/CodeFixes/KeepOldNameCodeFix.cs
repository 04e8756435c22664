using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Contract;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes TG0211: adds the recorded wire name as an alias to the task that replaces the recorded task, or removes the line from the contract
/// file.
/// </summary>
[ExportCodeFixProvider(
    LanguageNames.CSharp,
    Name = nameof(KeepOldNameCodeFix),
    DocumentKinds = [nameof(TextDocumentKind.Document), nameof(TextDocumentKind.AdditionalDocument)])]
[Shared]
public sealed class KeepOldNameCodeFix : CodeFixProvider
{
    private const string Keep = "Keep the old name as an alias";
    private const string Remove = "Accept the breaking change: remove the line from TaskContracts.txt";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.RecordedTaskRemoved];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => new ContractFixAllProvider(Remove);

    /// <inheritdoc/>
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            // The diagnostic is located in the source code if a task replaces the recorded one. Otherwise, it is located in the contract
            // file.
            if (context.TextDocument is Document document
                && diagnostic.Location.IsInSource
                && diagnostic.Properties.TryGetValue(ContractProperties.Name, out var name)
                && name is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Keep, token => AddAliasAsync(document, diagnostic, name, token), Keep), diagnostic);
            }

            var project = context.TextDocument.Project;
            context.RegisterCodeFix(
                CodeAction.Create(Remove, token => ContractEdits.ApplyAsync(project, [diagnostic], token), Remove), diagnostic);
        }

        return Task.CompletedTask;
    }

    private static async Task<Document> AddAliasAsync(
        Document document, Diagnostic diagnostic, string name, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        if (editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan) is MethodDeclarationSyntax method)
        {
            var literal = SyntaxFactory.AttributeArgument(AttributeEdit.Text(name));
            var attribute = SyntaxFactory.Attribute(
                SyntaxFactory.ParseName("global::" + MetadataNames.TaskAliasAttribute).WithAdditionalAnnotations(Simplifier.Annotation),
                SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(literal)));
            editor.AddAttribute(method, SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(attribute)));
        }

        return editor.GetChangedDocument();
    }
}

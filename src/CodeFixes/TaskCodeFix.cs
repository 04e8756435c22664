using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>A fix that changes one document, the same way wherever its diagnostic stands, and so can be applied in bulk.</summary>
/// <param name="ids">The diagnostics.</param>
/// <param name="title">What the editor offers; also what tells this fix from another one of the same diagnostic.</param>
public abstract class TaskCodeFix(ImmutableArray<string> ids, string title) : CodeFixProvider
{
    /// <summary>A fix of one diagnostic.</summary>
    /// <param name="id">The diagnostic.</param>
    /// <param name="title">What the editor offers.</param>
    protected TaskCodeFix(string id, string title)
        : this([id], title)
    {
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ids;

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => SequentialFixAllProvider.Instance;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            var node = FindNode(root, diagnostic);
            if (await CanFixAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(title, token => FixAsync(context.Document, node, diagnostic, token), title), diagnostic);
            }
        }
    }

    /// <summary>What was flagged.</summary>
    internal static SyntaxNode FindNode(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>Changes the document where there is one right answer, and leaves it alone elsewhere.</summary>
    internal async Task<Document> TryFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await CanFixAsync(document, node, diagnostic, cancellationToken).ConfigureAwait(false)
            ? await FixAsync(document, node, diagnostic, cancellationToken).ConfigureAwait(false)
            : document;

    /// <summary>Whether there is one right answer here.</summary>
    protected virtual Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Changes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="node">What was flagged.</param>
    /// <param name="diagnostic">
    /// The diagnostic. In bulk its place is that of a document before earlier changes; the node is where it is now.
    /// </param>
    /// <param name="cancellationToken">Ends the change.</param>
    protected abstract Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken);
}

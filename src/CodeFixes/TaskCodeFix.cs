using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>The base class of code fixes that change one document and can be applied to all diagnostics at once.</summary>
/// <param name="ids">The ids of the diagnostics.</param>
/// <param name="title">The title that the editor shows. It also distinguishes the fix from other fixes for the same diagnostic.</param>
public abstract class TaskCodeFix(ImmutableArray<string> ids, string title) : CodeFixProvider
{
    /// <summary>Initializes a code fix for one diagnostic.</summary>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="title">The title that the editor shows.</param>
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

    /// <summary>Finds the syntax node at the location of a diagnostic.</summary>
    internal static SyntaxNode FindNode(SyntaxNode root, Diagnostic diagnostic) =>
        root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>Returns the changed document if the fix applies; otherwise, returns the unchanged document.</summary>
    internal async Task<Document> TryFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        await CanFixAsync(document, node, diagnostic, cancellationToken).ConfigureAwait(false)
            ? await FixAsync(document, node, diagnostic, cancellationToken).ConfigureAwait(false)
            : document;

    /// <summary>Determines whether the fix applies to a diagnostic.</summary>
    protected virtual Task<bool> CanFixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>Changes the document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="node">The node at the location of the diagnostic.</param>
    /// <param name="diagnostic">
    /// The diagnostic. If several diagnostics are fixed at once, its location refers to the document before any change.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    protected abstract Task<Document> FixAsync(
        Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellationToken);
}

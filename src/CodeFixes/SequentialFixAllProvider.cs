using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>
/// Applies a fix at one place of a document after the other, each time asking again whether it fits. The batch fixer works out all changes
/// from the same start and merges their texts instead: it leaves out what touches, and stops where a third change adds the same
/// <c>using</c>.
/// </summary>
internal sealed class SequentialFixAllProvider : DocumentBasedFixAllProvider
{
    /// <summary>It has no state.</summary>
    public static SequentialFixAllProvider Instance { get; } = new();

    /// <inheritdoc/>
    protected override async Task<Document?> FixAllAsync(
        FixAllContext fixAllContext, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var fix = (TaskCodeFix)fixAllContext.CodeFixProvider;
        var cancellationToken = fixAllContext.CancellationToken;
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return document;
        }

        // Places move with every change; marks stay where they are.
        var marks = diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(static diagnostic => (Diagnostic: diagnostic, Mark: new SyntaxAnnotation()))
            .ToList();
        var marksByNode = marks.ToLookup(pair => TaskCodeFix.FindNode(root, pair.Diagnostic), static pair => pair.Mark);
        var marked = root.ReplaceNodes(
            marksByNode.Select(static group => group.Key), (original, current) => current.WithAdditionalAnnotations(marksByNode[original]));
        document = document.WithSyntaxRoot(marked);
        foreach (var (diagnostic, mark) in marks)
        {
            var current = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (current?.GetAnnotatedNodes(mark).FirstOrDefault() is { } node)
            {
                document = await fix.TryFixAsync(document, node, diagnostic, cancellationToken).ConfigureAwait(false);
            }
        }

        return document;
    }
}

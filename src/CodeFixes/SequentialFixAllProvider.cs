using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>
/// Applies a fix to the diagnostics of a document one after another, and checks each time whether the fix still applies. The batch fixer of
/// Roslyn would compute all changes from the original document and merge them. It omits overlapping changes and fails if a third change
/// adds the same using directive.
/// </summary>
internal sealed class SequentialFixAllProvider : DocumentBasedFixAllProvider
{
    /// <summary>The only instance, which has no state.</summary>
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

        // Each change moves the locations of later diagnostics, but annotations stay on their nodes.
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

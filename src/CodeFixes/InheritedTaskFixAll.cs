using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>
/// Declares the tasks of all diagnostics one after another, because two of them can add methods to the same class, which can be in any
/// document.
/// </summary>
internal sealed class InheritedTaskFixAll : FixAllProvider
{
    private InheritedTaskFixAll()
    {
    }

    /// <summary>The only instance, which has no state.</summary>
    public static InheritedTaskFixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var title = fixAllContext.CodeActionEquivalenceKey ?? InheritedTaskCodeFix.InDerived;
        return Task.FromResult<CodeAction?>(CodeAction.Create(title, token => FixAsync(fixAllContext, title, token), title));
    }

    private static async Task<Solution> FixAsync(FixAllContext context, string title, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        var marks = new List<(DocumentId Document, SyntaxAnnotation Mark)>();
        foreach (var project in context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project])
        {
            foreach (var document in context.Scope == FixAllScope.Document && context.Document is { } only ? [only] : project.Documents)
            {
                var found = await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
                solution = await MarkAsync(solution, document, found, marks, cancellationToken).ConfigureAwait(false);
            }
        }

        foreach (var (id, mark) in marks)
        {
            var document = solution.GetDocument(id)!;
            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root?.GetAnnotatedNodes(mark).FirstOrDefault() is { } node)
            {
                var changed = await InheritedTaskCodeFix.TryFixAsync(document, node, title, cancellationToken).ConfigureAwait(false);
                solution = changed ?? solution;
            }
        }

        return solution;
    }

    // Each change moves the locations of later diagnostics, but annotations stay on their nodes.
    private static async Task<Solution> MarkAsync(
        Solution solution,
        Document document,
        ImmutableArray<Diagnostic> found,
        List<(DocumentId Document, SyntaxAnnotation Mark)> marks,
        CancellationToken cancellationToken)
    {
        if (found.IsEmpty || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return solution;
        }

        var nodes = found.Select(diagnostic => TaskCodeFix.FindNode(root, diagnostic)).Distinct()
            .OrderBy(static node => node.SpanStart)
            .ToDictionary(static node => node, static _ => new SyntaxAnnotation());
        marks.AddRange(nodes.OrderBy(static pair => pair.Key.SpanStart).Select(pair => (document.Id, pair.Value)));
        return solution.WithDocumentSyntaxRoot(
            document.Id,
            root.ReplaceNodes(nodes.Keys, (original, current) => current.WithAdditionalAnnotations(nodes[original])));
    }
}

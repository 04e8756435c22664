using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>
/// Applies a change of the contract file for many diagnostics at once: the usual provider merges changes of documents, and this one is of
/// one file that all of them change.
/// </summary>
/// <param name="titles">The titles of the changes of the contract file; everything else is left to the usual provider.</param>
internal sealed class ContractFixAllProvider(params string[] titles) : FixAllProvider
{
    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (Array.IndexOf(titles, fixAllContext.CodeActionEquivalenceKey) < 0)
        {
            return WellKnownFixAllProviders.BatchFixer.GetFixAsync(fixAllContext);
        }

        var title = fixAllContext.CodeActionEquivalenceKey!;
        return Task.FromResult<CodeAction?>(
            CodeAction.Create(title, token => ApplyAsync(fixAllContext.WithCancellationToken(token)), title));
    }

    private static async Task<Solution> ApplyAsync(FixAllContext context)
    {
        var solution = context.Solution;
        foreach (var id in context.Scope == FixAllScope.Solution ? solution.ProjectIds : [context.Project.Id])
        {
            var project = solution.GetProject(id)!;
            var diagnostics = await FindAsync(context, context.Solution.GetProject(id)!).ConfigureAwait(false);
            solution = await ContractEdits.ApplyAsync(project, diagnostics, context.CancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    private static Task<ImmutableArray<Diagnostic>> FindAsync(FixAllContext context, Project project) =>
        context is { Scope: FixAllScope.Document, Document: { } document }
            ? context.GetDocumentDiagnosticsAsync(document)
            : context.GetAllDiagnosticsAsync(project);
}

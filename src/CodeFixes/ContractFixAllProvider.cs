using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>
/// Applies the changes for many diagnostics to the contract file at once. The batch fixer of Roslyn merges changes to documents, but cannot
/// merge several changes to the same additional file.
/// </summary>
/// <param name="titles">The titles of the fixes that change the contract file. The batch fixer applies all other fixes.</param>
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

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>
/// Fixes all diagnostics of a project at once. Separate changes to the same declaration could not be merged reliably.
/// </summary>
/// <param name="title">The title of the fix.</param>
/// <param name="fix">The function that fixes all diagnostics in a project.</param>
internal sealed class ProjectFixAllProvider(
    string title, Func<Project, ImmutableArray<Diagnostic>, CancellationToken, Task<Solution>> fix) : FixAllProvider
{
    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) =>
        Task.FromResult<CodeAction?>(CodeAction.Create(title, token => FixAsync(fixAllContext, token), title));

    private async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var solution = context.Solution;
        var projects = context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
        foreach (var project in projects)
        {
            var found = context.Scope == FixAllScope.Document && context.Document is { } document
                ? await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            if (!found.IsEmpty)
            {
                solution = await fix(solution.GetProject(project.Id)!, found, cancellationToken).ConfigureAwait(false);
            }
        }

        return solution;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TaskGen.CodeFixes;

/// <summary>
/// Adds the types of all diagnostics in a project at once. Separate changes to the same context could not be merged reliably.
/// </summary>
internal sealed class DescribeTypeFixAll : FixAllProvider
{
    private DescribeTypeFixAll()
    {
    }

    public static DescribeTypeFixAll Instance { get; } = new();

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        DescribeTypeCodeFix.Title,
        token => FixAsync(fixAllContext, token),
        DescribeTypeCodeFix.Title));

    private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
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
                solution = await DescribeTypeCodeFix.FixAsync(solution.GetProject(project.Id)!, found, cancellationToken)
                    .ConfigureAwait(false);
            }
        }

        return solution;
    }
}

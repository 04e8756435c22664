using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Symbols;

namespace TaskGen.CodeFixes;

/// <summary>Checks tasks that a code fix has declared in several classes.</summary>
internal static class InheritedTaskCheck
{
    /// <summary>Determines whether the change adds no compiler error, and whether each class has a task that breaks no rule.</summary>
    public static async Task<bool> IsCorrectAsync(
        Solution changed, Solution original, ImmutableArray<TaskTarget> targets, CancellationToken cancellationToken)
    {
        var documents = changed.GetChanges(original).GetProjectChanges().SelectMany(static project => project.GetChangedDocuments());
        foreach (var document in documents)
        {
            if (await CountErrorsAsync(changed.GetDocument(document), cancellationToken).ConfigureAwait(false)
                > await CountErrorsAsync(original.GetDocument(document), cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        foreach (var target in targets)
        {
            var project = changed.GetDocument(target.Document)!.Project;
            var compilation = await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false);
            if (compilation?.Assembly.GetTypeByMetadataName(target.Class.GetFullMetadataName()) is not { } type
                || !HasTask(type, target.Name, compilation))
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasTask(INamedTypeSymbol type, string name, Compilation compilation)
    {
        var isFound = false;
        foreach (var member in type.GetMembers(name))
        {
            if (member is IMethodSymbol method && TaskMethod.Find(method, compilation) is { } task)
            {
                isFound = true;
                if (TaskMethodRules.Check(task).Any())
                {
                    return false;
                }
            }
        }

        return isFound;
    }

    private static async Task<int> CountErrorsAsync(Document? document, CancellationToken cancellationToken)
    {
        var model = document is null ? null : await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model?.GetDiagnostics(cancellationToken: cancellationToken)
            .Count(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error)
            ?? 0;
    }
}

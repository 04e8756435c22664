using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.MethodShape;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>
/// Finds tasks whose outcome is probably not as intended: they request a retry but are not retried, or their result is evaluated too late.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TaskOutcomeAnalyzer() : TaskGenAnalyzer(
    MetadataNames.TaskAttribute,
    [
        Descriptors.RetryWithoutRetries, Descriptors.ResultEvaluatedLate,
    ])
{
    /// <inheritdoc/>
    protected override void Start(CompilationStartAnalysisContext start) => start.RegisterOperationBlockAction(static body => Check(body));

    private static void Check(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method
            || TaskMethod.Find(method.PartialDefinitionPart ?? method, context.Compilation) is not { } task
            || !TaskMethodRules.Allow(task))
        {
            return;
        }

        foreach (var violation in RetryRequestRules.Check(task, context.OperationBlocks))
        {
            context.ReportDiagnostic(violation.ToDiagnostic());
        }

        foreach (var violation in LateResultRules.Check(task, method, context.OperationBlocks))
        {
            context.ReportDiagnostic(violation.ToDiagnostic());
        }
    }
}

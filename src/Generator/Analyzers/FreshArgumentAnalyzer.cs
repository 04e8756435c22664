using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds arguments of idempotent tasks that are different in every dispatch.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FreshArgumentAnalyzer() : DispatchAnalyzer(Descriptors.ArgumentDiffersPerDispatch)
{
    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, DispatchTypes types) =>
        start.RegisterOperationAction(
            operation =>
            {
                foreach (var violation in FreshArgumentRules.Check(operation.Operation, types))
                {
                    operation.ReportDiagnostic(violation.ToDiagnostic());
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
}

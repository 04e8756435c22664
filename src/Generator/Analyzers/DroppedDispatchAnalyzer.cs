using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds dispatches that are not awaited.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedDispatchAnalyzer() : DispatchAnalyzer(Descriptors.DispatchNotAwaited)
{
    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, DispatchTypes types) =>
        start.RegisterOperationAction(
            call =>
            {
                if (DroppedDispatchRules.Check((IInvocationOperation)call.Operation, call.ContainingSymbol, types) is { } violation)
                {
                    call.ReportDiagnostic(violation.ToDiagnostic());
                }
            },
            OperationKind.Invocation);
}

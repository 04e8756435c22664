using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds calls that read the state or the result of a task that sets <c>IgnoreResult</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredResultAnalyzer() : DispatchAnalyzer(Descriptors.IgnoredResultRead)
{
    /// <inheritdoc/>
    private protected override void Start(CompilationStartAnalysisContext start, DispatchTypes types) =>
        start.RegisterOperationAction(
            call =>
            {
                if (IgnoredResultRules.Check((IInvocationOperation)call.Operation, types) is { } violation)
                {
                    call.ReportDiagnostic(violation.ToDiagnostic());
                }
            },
            OperationKind.Invocation);
}

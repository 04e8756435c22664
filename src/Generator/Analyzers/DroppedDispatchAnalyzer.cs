using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds dispatches that nobody waits for.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedDispatchAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DispatchNotAwaited];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (DispatchTypes.Resolve(start.Compilation) is { } types)
            {
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
        });
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules.Usage;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds arguments by which no two dispatches of an idempotent task are equal.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FreshArgumentAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ArgumentNeverJoins];

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
        });
    }
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>The base class of analyzers that check the bodies of task methods, including their lambdas and local functions.</summary>
/// <param name="descriptor">The descriptor of the diagnostic that the analyzer reports.</param>
/// <param name="kinds">The kinds of operations to check.</param>
public abstract class TaskBodyAnalyzer(DiagnosticDescriptor descriptor, ImmutableArray<OperationKind> kinds)
    : TaskGenAnalyzer(MetadataNames.TaskAttribute, [descriptor])
{
    /// <inheritdoc/>
    protected sealed override void Start(CompilationStartAnalysisContext start) =>
        MethodActions.RegisterTaskTypes(start, type => type.RegisterOperationBlockStartAction(block => Start(block, type.Symbol)));

    /// <summary>Determines whether the body of a task method is checked.</summary>
    private protected virtual bool Applies(TaskMethod task) => true;

    /// <summary>Checks an operation in the body of a task method.</summary>
    private protected abstract RuleViolation? Check(TaskMethod task, IOperation operation);

    private void Start(OperationBlockStartAnalysisContext block, ISymbol type)
    {
        if (MethodActions.FindOwner(type, block.OwningSymbol, block.Compilation) is { } task && Applies(task))
        {
            block.RegisterOperationAction(
                operation =>
                {
                    if (Check(task, operation.Operation) is { } violation)
                    {
                        operation.ReportDiagnostic(violation.ToDiagnostic());
                    }
                },
                kinds);
        }
    }
}

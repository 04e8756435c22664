using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Looks at the bodies of task methods, with the lambdas and local functions in them, and at nothing else.</summary>
/// <param name="descriptor">What it reports.</param>
/// <param name="kinds">The kinds of operations that it looks at.</param>
public abstract class TaskBodyAnalyzer(DiagnosticDescriptor descriptor, ImmutableArray<OperationKind> kinds)
    : TaskGenAnalyzer(MetadataNames.TaskAttribute, [descriptor])
{
    /// <inheritdoc/>
    protected sealed override void Start(CompilationStartAnalysisContext start) => start.RegisterOperationBlockStartAction(block =>
    {
        if (block.OwningSymbol is not IMethodSymbol method || method.FindAttribute(MetadataNames.TaskAttribute) is not { } attribute)
        {
            return;
        }

        var task = new TaskMethod(method, attribute, block.Compilation);
        if (Applies(task))
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
    });

    /// <summary>Whether a task is looked at.</summary>
    private protected virtual bool Applies(TaskMethod task) => true;

    /// <summary>What is wrong with an operation of a task.</summary>
    private protected abstract RuleViolation? Check(TaskMethod task, IOperation operation);
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>The bodies of task methods, with the lambdas and local functions in them: nothing else is looked into.</summary>
internal static class TaskBodies
{
    /// <summary>Runs a rule on operations of task methods.</summary>
    /// <param name="start">The compilation.</param>
    /// <param name="rule">The rule: an operation of a task to what is wrong with it.</param>
    /// <param name="applies">Whether a task is looked at; null: every one.</param>
    /// <param name="kinds">The kinds of operations.</param>
    public static void Register(
        CompilationStartAnalysisContext start, Func<TaskMethod, IOperation, RuleViolation?> rule, Func<TaskMethod, bool>? applies, params OperationKind[] kinds)
    {
        if (start.Compilation.GetTypeByMetadataName(MetadataNames.TaskAttribute) is null)
        {
            return;
        }

        start.RegisterOperationBlockStartAction(block =>
        {
            if (block.OwningSymbol is not IMethodSymbol method || method.FindAttribute(MetadataNames.TaskAttribute) is not { } attribute)
            {
                return;
            }

            var task = new TaskMethod(method, attribute, block.Compilation);
            if (applies?.Invoke(task) ?? true)
            {
                block.RegisterOperationAction(
                    operation =>
                    {
                        if (rule(task, operation.Operation) is { } violation)
                        {
                            operation.ReportDiagnostic(violation.ToDiagnostic());
                        }
                    },
                    kinds);
            }
        });
    }
}

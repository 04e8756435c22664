using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds catch clauses that swallow the cancellation that a soft time limit causes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwallowedCancellationAnalyzer() : TaskBodyAnalyzer(Descriptors.SoftLimitSwallowed, [OperationKind.Try])
{
    /// <inheritdoc/>
    private protected override bool Applies(TaskMethod task) => task.HasSoftTimeLimit;

    /// <inheritdoc/>
    private protected override RuleViolation? Check(TaskMethod task, IOperation operation) =>
        SwallowedCancellationRules.Check(task, (ITryOperation)operation);
}

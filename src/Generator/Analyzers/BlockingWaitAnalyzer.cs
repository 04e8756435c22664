using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds tasks that block until a <c>Task</c> has ended.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingWaitAnalyzer()
    : TaskBodyAnalyzer(Descriptors.BlockingWait, [OperationKind.PropertyReference, OperationKind.Invocation])
{
    /// <inheritdoc/>
    private protected override RuleViolation? Check(TaskMethod task, IOperation operation) => BlockingWaitRules.Check(task, operation);
}

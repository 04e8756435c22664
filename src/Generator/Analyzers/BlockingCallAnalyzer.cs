using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Rules;
using TaskGen.Generator.Rules.Usage;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Analyzers;

/// <summary>Finds asynchronous tasks that call blocking methods, and tasks that call <c>Thread.Sleep</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingCallAnalyzer() : TaskBodyAnalyzer(Descriptors.BlockingCall, [OperationKind.Invocation])
{
    /// <inheritdoc/>
    private protected override RuleViolation? Check(TaskMethod task, IOperation operation) =>
        BlockingCallRules.Check(task, (IInvocationOperation)operation);
}

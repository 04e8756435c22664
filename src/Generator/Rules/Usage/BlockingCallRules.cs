using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that an asynchronous task must not call blocking methods. A synchronous task can call them, except for <c>Thread.Sleep</c>,
/// which does not end when the task is canceled.
/// </summary>
internal static class BlockingCallRules
{
    /// <summary>Reports a call of a blocking method.</summary>
    public static RuleViolation? Check(TaskMethod task, IInvocationOperation call)
    {
        var isSleep = BlockingCalls.IsSleep(call);
        var remedy = isSleep ? "Await Task.Delay with the task's cancellation token instead" : BlockingCalls.FindRemedy(call);
        if (remedy is null || call.FindFunction(task.Method) is not { } function)
        {
            return null;
        }

        if (function.IsAsync)
        {
            return Violation("block a thread that other tasks need", remedy);
        }

        // A synchronous lambda might run on a dedicated thread, so only the method itself is checked.
        return isSleep && SymbolEqualityComparer.Default.Equals(function, task.Method)
            ? Violation(
                "continue to sleep after the task is canceled",
                "Wait on the WaitHandle of the task's cancellation token instead")
            : null;

        RuleViolation Violation(string effect, string instruction) => new(
            Descriptors.BlockingCall,
            call.Syntax.GetLocation(),
            $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
            task.Declaration,
            effect,
            instruction);
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Whether an asynchronous task calls what blocks. One that is not asynchronous may: it must only not sleep, since nothing wakes it.
/// </summary>
internal static class BlockingCallRules
{
    /// <summary>A call that blocks.</summary>
    public static RuleViolation? Check(TaskMethod task, IInvocationOperation call)
    {
        var isSleep = BlockingCalls.IsSleep(call);
        var instead = isSleep ? "await Task.Delay with the task's token" : BlockingCalls.FindInstead(call);
        if (instead is null || call.FindFunction(task.Method) is not { } function)
        {
            return null;
        }

        if (function.IsAsync)
        {
            return Violation("keep a thread from other tasks", instead);
        }

        // What a synchronous lambda does is for whoever runs it: a thread of its own, perhaps.
        return isSleep && SymbolEqualityComparer.Default.Equals(function, task.Method)
            ? Violation("sleep on when the task is to stop", "wait on the WaitHandle of the task's token")
            : null;

        RuleViolation Violation(string what, string instead) => new(
            Descriptors.BlockingCall,
            call.Syntax.GetLocation(),
            $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}",
            task.Declaration,
            what,
            instead);
    }
}

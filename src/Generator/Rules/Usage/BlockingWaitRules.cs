using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that a task method must not block its thread until a <c>Task</c> has completed. Waiting for a completed <c>Task</c> does not
/// block.
/// </summary>
internal static class BlockingWaitRules
{
    /// <summary>Reports a blocking wait.</summary>
    public static RuleViolation? Check(TaskMethod task, IOperation operation)
    {
        var name = WaitName(operation);
        if (name is null || (FindAwaited(operation) is { } awaited && HasEnded(awaited)))
        {
            return null;
        }

        return new RuleViolation(Descriptors.BlockingWait, operation.Syntax.GetLocation(), name, task.Declaration);
    }

    /// <summary>Finds the <c>Task</c> that a blocking wait waits for.</summary>
    /// <returns>The operation that returns the <c>Task</c>; null if the call waits for more than one.</returns>
    public static IOperation? FindAwaited(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => property.Instance?.WithoutConversions(),
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { Instance: { } task } } =>
            task.WithoutConfigureAwait(),
        IInvocationOperation { Instance: { } task } => task.WithoutConversions(),
        _ => null,
    };

    private static string? WaitName(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType: var type } } when type.IsAwaitableTask() => ".Result",
        IInvocationOperation { TargetMethod: { Name: "Wait", ContainingType: var type } } wait
            when type.Is(MetadataNames.Framework.Task) && !BlockingCalls.HasZeroTimeout(wait) => ".Wait()",
        IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType: var type } method }
            when type.Is(MetadataNames.Framework.Task) => $"Task.{method.Name}",
        IInvocationOperation
        {
            TargetMethod.Name: "GetResult",
            Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task }
        }
            when task.WithoutConfigureAwait().Type.IsAwaitableTask() => ".GetAwaiter().GetResult()",
        _ => null,
    };

    private static bool HasEnded(IOperation awaited)
    {
        // The result of await Task.WhenAny(...) is a completed task.
        if (awaited is IAwaitOperation
            || (awaited is ILocalReferenceOperation local && local.FindInitialValue() is IAwaitOperation)
            || IsAntecedent(awaited))
        {
            return true;
        }

        // A task that a call returns has probably just been started. A call with a generic return type, such as First(), might return a
        // completed task.
        if (awaited is IInvocationOperation { TargetMethod.OriginalDefinition.ReturnType: not ITypeParameterSymbol })
        {
            return false;
        }

        var symbol = awaited.FindReferenced();
        foreach (var earlier in awaited.FindRoot().Descendants())
        {
            if (earlier.IsBefore(awaited) && (IsWaitForMany(earlier) || (symbol is not null && IsCompletionCheck(earlier, symbol))))
            {
                return true;
            }
        }

        return false;
    }

    // The task parameter of a ContinueWith delegate is a completed task.
    private static bool IsAntecedent(IOperation awaited)
    {
        if (awaited is not IParameterReferenceOperation { Parameter: var parameter })
        {
            return false;
        }

        for (var current = awaited.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation { Symbol: var lambda }
                && SymbolEqualityComparer.Default.Equals(lambda, parameter.ContainingSymbol))
            {
                return FindCall(current) is { TargetMethod.Name: "ContinueWith" };
            }
        }

        return false;
    }

    private static IInvocationOperation? FindCall(IOperation argument)
    {
        var current = argument.Parent;
        while (current is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
        {
            current = current.Parent;
        }

        return current as IInvocationOperation;
    }

    private static bool IsWaitForMany(IOperation operation) =>
        operation
        is IInvocationOperation
        {
            TargetMethod: { Name: "WhenAll" or "WhenAny" or "WhenEach" or "WaitAll" or "WaitAny", ContainingType: var type }
        }
        && type.Is(MetadataNames.Framework.Task);

    private static bool IsCompletionCheck(IOperation operation, ISymbol symbol) => operation switch
    {
        IAwaitOperation wait => IsOf(wait.Operation.WithoutConfigureAwait(), symbol),
        IPropertyReferenceOperation
        {
            Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status",
            Instance: { } task
        } => IsOf(task, symbol),
        IInvocationOperation { TargetMethod.Name: "Wait" or "WaitAsync", Instance: { } task } wait =>
            IsOf(task, symbol) && (wait.TargetMethod.Name == "Wait" || wait.Parent is IAwaitOperation),
        _ => false,
    };

    private static bool IsOf(IOperation task, ISymbol symbol) => SymbolEqualityComparer.Default.Equals(task.FindReferenced(), symbol);
}

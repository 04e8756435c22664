using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Determines whether the options of a dispatch may set an idempotency key, which then replaces the arguments. A dispatch counts as having
/// no key only if the code shows that it has none.
/// </summary>
internal static class DispatchKey
{
    /// <summary>Determines whether a dispatch, or the dispatch or signature that contains an operation, may have a key.</summary>
    public static bool MayBeSet(IOperation operation)
    {
        for (var current = operation; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IInvocationOperation { TargetMethod.Name: "DelayAsync" or "DelayManyAsync" or "Signature"
                    or "Partial", Instance: { } task }:
                    return MayHaveKey(task);
                case IInvocationOperation { TargetMethod: { Name: "EnqueueAsync" or "EnqueueManyAsync" } method } enqueue when method.Arity
                    == 4:
                    return TakesOptions(enqueue);
            }
        }

        return false;
    }

    private static bool TakesOptions(IInvocationOperation enqueue)
    {
        foreach (var argument in enqueue.Arguments)
        {
            if (argument is { Parameter.Name: "options", ArgumentKind: ArgumentKind.DefaultValue })
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayHaveKey(IOperation task) => task.WithoutConversions() switch
    {
        IPropertyReferenceOperation => false,
        IInvocationOperation { TargetMethod.Name: "With", Arguments: [{ Value: var options }] } => SetsKey(options.WithoutConversions()),
        IInvocationOperation { TargetMethod.Name: "In" or "At", Instance: { } former } => MayHaveKey(former),
        ILocalReferenceOperation local => local.FindInitialValue() is not { } value || MayHaveKey(value),
        IConditionalAccessInstanceOperation => false,
        _ => true,
    };

    private static bool SetsKey(IOperation options)
    {
        if (options is not IObjectCreationOperation creation)
        {
            return true;
        }

        if (creation.Initializer is null)
        {
            return false;
        }

        foreach (var initializer in creation.Initializer.Initializers)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "IdempotencyKey" } })
            {
                return true;
            }
        }

        return false;
    }
}

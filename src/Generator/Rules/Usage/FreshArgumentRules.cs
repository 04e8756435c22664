using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that the arguments of an idempotent task must not be different in every dispatch, because idempotency then has no effect.
/// </summary>
internal static class FreshArgumentRules
{
    /// <summary>Reports arguments that are different in every dispatch.</summary>
    /// <param name="operation">A dispatch, a call that creates a signature, or the creation of the arguments.</param>
    /// <param name="types">The types that dispatch tasks.</param>
    public static IEnumerable<RuleViolation> Check(IOperation operation, DispatchTypes types)
    {
        var (taskType, arguments) = operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "DelayAsync" or "Signature" or "Partial", ContainingType: var type } } call =>
                (type, call.Arguments),
            IObjectCreationOperation { Type: INamedTypeSymbol { Name: "Args", ContainingType: { } type } } creation =>
                (type, creation.Arguments),
            _ => (null, ImmutableArray<IArgumentOperation>.Empty),
        };
        if (taskType is null
            || !types.IsDefinition(taskType)
            || taskType.FindAttribute(MetadataNames.IdempotentTaskAttribute) is null
            || HasKey(operation))
        {
            yield break;
        }

        foreach (var argument in arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && FreshSearch.Find(argument.Value) is { } fresh)
            {
                yield return new RuleViolation(
                    Descriptors.ArgumentDiffersPerDispatch,
                    fresh.Syntax.GetLocation(),
                    fresh.Syntax.ToString(),
                    DispatchTypes.TaskName(taskType));
            }
        }
    }

    // An explicit idempotency key replaces the arguments.
    private static bool HasKey(IOperation operation)
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

    // A dispatch counts as having no key only if the code shows that it has none.
    private static bool MayHaveKey(IOperation task) => task.WithoutConversions() switch
    {
        IPropertyReferenceOperation => false,
        IInvocationOperation { TargetMethod.Name: "With", Arguments: [{ Value: var options }] } => SetsKey(options.WithoutConversions()),
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

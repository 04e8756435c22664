using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Finds the dispatch that a handle is returned by. The search follows local variables, collections of handles, and methods in the same
/// file, but not fields and parameters of methods, whose handles can be of any task.
/// </summary>
/// <param name="types">The types that dispatch tasks.</param>
/// <param name="isWanted">Whether the dispatch of a generated task type is searched for.</param>
internal sealed class DispatchSearch(DispatchTypes types, Func<INamedTypeSymbol, bool> isWanted)
{
    private const int MaxDepth = 12;

    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    /// <summary>Finds the dispatch, or the creation of the dispatched signature, and the generated type of its task.</summary>
    /// <param name="handle">The handle, a collection of handles, or a <c>Task</c> that returns one of them.</param>
    public (IInvocationOperation Call, INamedTypeSymbol Task)? Find(IOperation? handle) => Find(handle, MaxDepth);

    private (IInvocationOperation Call, INamedTypeSymbol Task)? Find(IOperation? value, int depth)
    {
        if (value is null || depth == 0)
        {
            return null;
        }

        depth--;
        return value.WithoutConfigureAwait() switch
        {
            IAwaitOperation wait => Find(wait.Operation, depth),
            ILocalReferenceOperation local => FindLocal(local, depth),
            IParameterReferenceOperation parameter => FindElement(parameter, depth),
            IConditionalAccessInstanceOperation instance => Find(instance.FindAccess()?.Operation, depth),
            IArrayElementReferenceOperation element => Find(element.ArrayReference, depth),
            IPropertyReferenceOperation { Property: { IsIndexer: true } or { Name: "Result" } } property => Find(property.Instance, depth),
            IConditionalOperation choice => Find(choice.WhenTrue, depth) ?? Find(choice.WhenFalse, depth),
            ICoalesceOperation choice => Find(choice.Value, depth) ?? Find(choice.WhenNull, depth),
            IArrayCreationOperation { Initializer: { } elements } => FindAny(elements.ElementValues, depth),
            ICollectionExpressionOperation collection => FindAny(collection.Elements, depth),
            IInvocationOperation call => FindCall(call, depth),
            _ => null,
        };
    }

    private (IInvocationOperation Call, INamedTypeSymbol Task)? FindAny(IEnumerable<IOperation> values, int depth)
    {
        foreach (var value in values)
        {
            if (Find(value, depth) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private (IInvocationOperation Call, INamedTypeSymbol Task)? FindCall(IInvocationOperation call, int depth)
    {
        if (types.FindDispatched(call) is { } task)
        {
            return isWanted(task) ? (call, task) : null;
        }

        if (types.NameOf(call.TargetMethod) is not null)
        {
            // A signature of one task is dispatched like the task itself. A canvas stores the results of all of its tasks.
            return call.Arguments.Length > 0 && FindSignature(call.Arguments[0].Value) is { } signature ? signature : null;
        }

        switch (call.TargetMethod.Name)
        {
            case "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync" when call.Instance is { } waited:
                return Find(waited, depth);
            case "Select" when FindLambda(call) is { } lambda:
                return FindAny(lambda.FindReturnedValues(lambda.Symbol), depth);
            case "WhenAll" or "First" or "FirstOrDefault" or "Last" or "LastOrDefault" or "Single" or "SingleOrDefault" or "ElementAt"
                or "ToList" or "ToArray" or "Where" or "Skip" or "Take" or "Reverse" or "Zip" when call.Arguments.Length > 0:
                return Find(call.Arguments[0].Value, depth);
        }

        return _visited.Add(call.TargetMethod) ? FindAny(call.FindReturnedValues(), depth) : null;
    }

    private (IInvocationOperation Call, INamedTypeSymbol Task)? FindSignature(IOperation argument) => argument.WithoutConversions() switch
    {
        IInvocationOperation { TargetMethod: { Name: "Signature", ContainingType: var task } } call
            when types.IsDefinition(task) && isWanted(task) => (call, task),
        ILocalReferenceOperation local when local.FindOnlyValue() is { } value and not ILocalReferenceOperation => FindSignature(value),
        _ => null,
    };

    private (IInvocationOperation Call, INamedTypeSymbol Task)? FindLocal(ILocalReferenceOperation local, int depth)
    {
        for (var current = local.Parent; current is not null; current = current.Parent)
        {
            if (current is IForEachLoopOperation loop && loop.Locals.Contains(local.Local))
            {
                return Find(loop.Collection, depth);
            }
        }

        return _visited.Add(local.Local) ? Find(local.FindOnlyValue(), depth) : null;
    }

    // The parameter of a lambda is an element of the collection for which the lambda is called.
    private (IInvocationOperation Call, INamedTypeSymbol Task)? FindElement(IParameterReferenceOperation reference, int depth)
    {
        for (var current = reference.Parent; current is not null; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation { Symbol: var lambda }
                && SymbolEqualityComparer.Default.Equals(lambda, reference.Parameter.ContainingSymbol))
            {
                return reference.Parameter.Ordinal == 0 && FindCallWith(current) is { } call
                    ? Find(call.Instance ?? call.Arguments[0].Value, depth)
                    : null;
            }
        }

        return null;
    }

    private static IAnonymousFunctionOperation? FindLambda(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.WithoutConversions() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
            {
                return lambda;
            }
        }

        return null;
    }

    private static IInvocationOperation? FindCallWith(IOperation argument)
    {
        var current = argument.Parent;
        while (current is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
        {
            current = current.Parent;
        }

        return current as IInvocationOperation;
    }
}

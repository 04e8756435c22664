using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// Finds the part of an argument that is different in each dispatch. The search follows only operations that preserve this difference. For
/// example, the date part of the current time, or a list that is filtered by the current time, can be equal in another dispatch.
/// </summary>
internal static class FreshSearch
{
    /// <summary>Finds the call or local variable that makes an argument different in each dispatch; null if there is none.</summary>
    public static IOperation? Find(IOperation argument) => Search(argument).Place;

    private static (IOperation? Place, Freshness Freshness) Search(IOperation? operation)
    {
        if (operation is null)
        {
            return default;
        }

        if (FreshValues.Classify(operation) is var freshness && freshness != Freshness.Stable)
        {
            return (operation, freshness);
        }

        return operation switch
        {
            IConversionOperation conversion => Search(conversion.Operand),
            ILocalReferenceOperation local => SearchLocal(local),
            IInvocationOperation call => SearchCall(call),
            IPropertyReferenceOperation property => SearchReceiver(property.Instance, property),
            IImplicitIndexerReferenceOperation index => SearchReceiver(index.Instance, index),
            IObjectCreationOperation creation => First(Search(creation.Initializer), SearchArguments(creation)),
            IWithOperation copy => First(Search(copy.Operand), Search(copy.Initializer)),
            IObjectOrCollectionInitializerOperation initializer => SearchAll(initializer.Initializers),
            ISimpleAssignmentOperation assignment => Search(assignment.Value),
            IArrayCreationOperation { Initializer: { } elements } => SearchAll(elements.ElementValues),
            ICollectionExpressionOperation collection => SearchAll(collection.Elements),
            ITupleOperation tuple => SearchAll(tuple.Elements),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum =>
                First(Search(sum.LeftOperand), Search(sum.RightOperand)),
            IInterpolatedStringOperation text => SearchAll(text.Parts),
            IInterpolationOperation part =>
                Search(part.Expression) is var found && (part.FormatString is null || found.Freshness == Freshness.Unique)
                    ? found
                    : default,
            _ => default,
        };
    }

    private static (IOperation? Place, Freshness Freshness) SearchCall(IInvocationOperation call)
    {
        if (call.Instance is { } instance)
        {
            // An implicit call adds an element of a collection initializer. An explicit call might change the value.
            return call.IsImplicit ? SearchAll(call.Arguments) : SearchReceiver(instance, call);
        }

        // A combined string or path contains its parts. A formatted time can be equal in another dispatch, so only unique parts count.
        var isText = call.TargetMethod is { Name: "Combine" or "Concat" or "Format" or "Join", ContainingType: { } type }
            && (type.SpecialType == SpecialType.System_String || type.Is("System.IO.Path"));
        return isText && SearchAll(call.Arguments) is { Freshness: Freshness.Unique } found ? found : default;
    }

    private static (IOperation? Place, Freshness Freshness) SearchReceiver(IOperation? receiver, IOperation access) =>
        Search(receiver) is { Place: not null } found && FreshValues.Keeps(found.Freshness, access) ? found : default;

    private static (IOperation? Place, Freshness Freshness) SearchArguments(IObjectCreationOperation creation)
    {
        foreach (var argument in creation.Arguments)
        {
            if (argument.ArgumentKind != ArgumentKind.DefaultValue && Search(argument.Value) is { Place: not null } found)
            {
                return found;
            }
        }

        return default;
    }

    private static (IOperation? Place, Freshness Freshness) SearchAll(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
        {
            if (Search(operation is IArgumentOperation argument ? argument.Value : operation) is { Place: not null } found)
            {
                return found;
            }
        }

        return default;
    }

    private static (IOperation? Place, Freshness Freshness) First(
        (IOperation? Place, Freshness Freshness) left, (IOperation? Place, Freshness Freshness) right) => left.Place is null ? right : left;

    // A local variable that is also used elsewhere probably identifies the work, for example as the id of a stored row, so it is not
    // reported. The same applies to a variable that is set once for several calls in a loop.
    private static (IOperation? Place, Freshness Freshness) SearchLocal(ILocalReferenceOperation reference)
    {
        if (Search(reference.FindInitialValue()) is not { Place: not null } found || IsRepeated(reference))
        {
            return default;
        }

        var uses = 0;
        foreach (var operation in reference.FindRoot().Descendants())
        {
            if (operation is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, reference.Local))
            {
                uses++;
            }
        }

        return uses == 1 ? (reference, found.Freshness) : default;
    }

    // Determines whether a loop or a lambda is between the declaration of the local variable and its use.
    private static bool IsRepeated(ILocalReferenceOperation reference)
    {
        for (var current = reference.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return true;
                case IBlockOperation block when block.Locals.Contains(reference.Local):
                    return false;
            }
        }

        return false;
    }
}

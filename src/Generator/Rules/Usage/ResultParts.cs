using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Splits the return value of a task into the values that are serialized unchanged.</summary>
internal static class ResultParts
{
    private const int MaxDepth = 8;

    /// <summary>Returns the values of which a return value consists: alternatives, elements of tuples, and members of objects.</summary>
    public static List<IOperation> Of(IOperation value)
    {
        var parts = new List<IOperation>();
        Add(value, parts, MaxDepth);
        return parts;
    }

    private static void Add(IOperation? value, List<IOperation> parts, int depth)
    {
        if (value is null || depth == 0)
        {
            return;
        }

        depth--;
        switch (value)
        {
            // A conversion operator can create a copy.
            case IConversionOperation { OperatorMethod: null } conversion:
                Add(conversion.Operand, parts, depth + 1);
                break;
            case IAwaitOperation wait:
                Add(wait.Operation.WithoutConfigureAwait(), parts, depth);
                break;
            case IConditionalOperation or ICoalesceOperation or ISwitchExpressionOperation:
                foreach (var alternative in value.Alternatives())
                {
                    Add(alternative, parts, depth);
                }

                break;
            case ITupleOperation tuple:
                AddAll(tuple.Elements, parts, depth);
                break;
            case IArrayCreationOperation { Initializer: { } elements }:
                AddAll(elements.ElementValues, parts, depth);
                break;
            case ICollectionExpressionOperation collection:
                AddAll(collection.Elements, parts, depth);
                break;
            case IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType: var type }, Arguments: [var result] }
                when type.IsAwaitableTask():
                Add(result.Value, parts, depth);
                break;
            case IObjectCreationOperation { Arguments: [var result] } creation when creation.Type.IsAwaitableTask():
                Add(result.Value, parts, depth);
                break;
            case IObjectCreationOperation creation:
                AddArguments(creation, parts, depth);
                AddMembers(creation.Initializer, parts, depth);
                break;
            case IWithOperation copy:
                Add(copy.Operand, parts, depth);
                AddMembers(copy.Initializer, parts, depth);
                break;
            case IAnonymousObjectCreationOperation creation:
                foreach (var initializer in creation.Initializers)
                {
                    Add((initializer as ISimpleAssignmentOperation)?.Value, parts, depth);
                }

                break;
            case ILocalReferenceOperation local when local.FindOnlyValue() is IObjectCreationOperation or IWithOperation or ITupleOperation
                or IAnonymousObjectCreationOperation or IAwaitOperation or IArrayCreationOperation or ICollectionExpressionOperation:
                Add(local.FindOnlyValue(), parts, depth);
                break;
            default:
                parts.Add(value);
                break;
        }
    }

    private static void AddAll(ImmutableArray<IOperation> values, List<IOperation> parts, int depth)
    {
        foreach (var value in values)
        {
            Add(value, parts, depth);
        }
    }

    // Other constructors can copy their arguments.
    private static void AddArguments(IObjectCreationOperation creation, List<IOperation> parts, int depth)
    {
        if (creation.Type is not INamedTypeSymbol { IsRecord: true } type)
        {
            return;
        }

        foreach (var argument in creation.Arguments)
        {
            if (argument.Parameter is { } parameter && IsStored(type, parameter))
            {
                Add(argument.Value, parts, depth);
            }
        }
    }

    private static bool IsStored(INamedTypeSymbol record, IParameterSymbol parameter)
    {
        foreach (var member in record.GetMembers(parameter.Name))
        {
            if (member is IPropertySymbol)
            {
                return member.DeclaringSyntaxReferences.IsEmpty || member.DeclaringSyntaxReferences[0].GetSyntax() is ParameterSyntax;
            }
        }

        return false;
    }

    private static void AddMembers(IObjectOrCollectionInitializerOperation? initializer, List<IOperation> parts, int depth)
    {
        if (initializer is null)
        {
            return;
        }

        foreach (var member in initializer.Initializers)
        {
            if (member is ISimpleAssignmentOperation { Target: IMemberReferenceOperation target, Value: var value }
                && IsStored(target.Member))
            {
                Add(value, parts, depth);
            }
        }
    }

    // The setter of a property can copy the value.
    private static bool IsStored(ISymbol member)
    {
        if (member is not IPropertySymbol || member.DeclaringSyntaxReferences.IsEmpty)
        {
            return true;
        }

        if (member.DeclaringSyntaxReferences[0].GetSyntax() is PropertyDeclarationSyntax { AccessorList: { } list })
        {
            foreach (var accessor in list.Accessors)
            {
                if (accessor.Body is not null || accessor.ExpressionBody is not null)
                {
                    return false;
                }
            }
        }

        return true;
    }
}

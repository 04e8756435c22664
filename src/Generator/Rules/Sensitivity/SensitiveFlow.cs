using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Sensitivity;

/// <summary>
/// Finds sensitive values in an expression: values that the expression refers to directly, as part of a string, or through a local variable
/// that is assigned only once. The search ends at an operation that hides the value, such as a hash, a comparison, or a substring.
/// </summary>
internal static class SensitiveFlow
{
    // The maximum number of local variables that are followed in a chain.
    private const int MaxSteps = 8;

    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal) { "Length", "LongLength", "Count", "HasValue" };

    private static readonly HashSet<string> Keeping = new(StringComparer.Ordinal)
    {
        "ToString", "Trim", "TrimStart", "TrimEnd", "ToUpper", "ToUpperInvariant", "ToLower", "ToLowerInvariant", "PadLeft", "PadRight",
        "Normalize", "ToArray", "ToList", "ToCharArray", "AsSpan", "AsMemory", "Concat", "Format", "Join", "Serialize", "Invariant",
    };

    /// <summary>Finds the operations in an expression that refer to a sensitive value.</summary>
    public static IEnumerable<IOperation> Find(IOperation? value) => Find(value, MaxSteps);

    /// <summary>Returns the symbol to which an operation refers.</summary>
    public static ISymbol? SymbolOf(IOperation place) => place switch
    {
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        ILocalReferenceOperation local => local.Local,
        IConditionalAccessOperation access => SymbolOf(access.WhenNotNull),
        IArrayElementReferenceOperation element => SymbolOf(element.ArrayReference),
        _ => null,
    };

    private static IEnumerable<IOperation> Find(IOperation? value, int steps)
    {
        if (value is null || steps == 0)
        {
            yield break;
        }

        if (IsSensitive(value, steps))
        {
            yield return value;
            yield break;
        }

        foreach (var part in PartsOf(value))
        {
            foreach (var found in Find(part, steps))
            {
                yield return found;
            }
        }
    }

    private static bool IsSensitive(IOperation value, int steps) => value switch
    {
        IParameterReferenceOperation parameter => SensitivityReader.IsSensitive(parameter.Parameter),
        IPropertyReferenceOperation property =>
            SensitivityReader.IsSensitive(property.Property) || IsPartOfSensitive(property.Property, property.Instance, steps),
        IFieldReferenceOperation field =>
            SensitivityReader.IsSensitive(field.Field) || IsPartOfSensitive(field.Field, field.Instance, steps),
        IConditionalAccessOperation { WhenNotNull: IMemberReferenceOperation member } => IsSensitive(member, steps),
        IArrayElementReferenceOperation element => Any(element.ArrayReference, steps),
        ILocalReferenceOperation local => IsSensitive(local, steps),
        _ => false,
    };

    // An id only identifies the value and is not sensitive. The length of a string does not reveal its content.
    private static bool IsPartOfSensitive(ISymbol member, IOperation? instance, int steps)
    {
        var type = member is IPropertySymbol property ? property.Type : ((IFieldSymbol)member).Type;
        return instance is not null
            && !member.IsStatic
            && instance.Type?.SpecialType != SpecialType.System_String
            && type.SpecialType != SpecialType.System_Boolean
            && !Harmless.Contains(member.Name)
            && !member.Name.EndsWith("Id", StringComparison.Ordinal)
            && Any(instance is IConditionalAccessInstanceOperation ? Receiver(instance) : instance, steps);
    }

    private static IOperation? Receiver(IOperation instance)
    {
        var inner = instance;
        for (var current = instance.Parent; current is not null; inner = current, current = current.Parent)
        {
            if (current is IConditionalAccessOperation access && access.WhenNotNull == inner)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static bool IsSensitive(ILocalReferenceOperation reference, int steps)
    {
        if (reference.SemanticModel is not { } model || reference.Local.DeclaringSyntaxReferences is not [{ } declaration])
        {
            return false;
        }

        var source = model.GetOperation(declaration.GetSyntax()) switch
        {
            IVariableDeclaratorOperation declarator => declarator.GetVariableInitializer()?.Value,
            IForEachLoopOperation loop => loop.Collection,
            _ => null,
        };
        return Any(source, steps - 1) && !IsSetAgain(reference);
    }

    private static bool IsSetAgain(ILocalReferenceOperation reference)
    {
        foreach (var operation in reference.FindRoot().Descendants())
        {
            var target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument => argument.Value,
                _ => null,
            };
            if (target is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, reference.Local))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(IOperation? value, int steps)
    {
        foreach (var unused in Find(value, steps))
        {
            return true;
        }

        return false;
    }

    /// <summary>Returns the parts of an expression whose values are visible in the value of the expression.</summary>
    private static IEnumerable<IOperation?> PartsOf(IOperation value)
    {
        switch (value)
        {
            case IConversionOperation conversion:
                return [conversion.Operand];
            case IParenthesizedOperation parenthesized:
                return [parenthesized.Operand];
            case IArgumentOperation argument:
                return [argument.Value];
            case IInterpolatedStringOperation text:
                return text.Parts;
            case IInterpolationOperation hole:
                return [hole.Expression];
            case IInterpolatedStringAppendOperation append:
                return [append.AppendCall];
            case IInterpolatedStringHandlerCreationOperation handler:
                return [handler.Content];
            case IInterpolatedStringAdditionOperation addition:
                return [addition.Left, addition.Right];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation:
                return [concatenation.LeftOperand, concatenation.RightOperand];
            case ICoalesceOperation coalesce:
                return [coalesce.Value, coalesce.WhenNull];
            case IConditionalOperation choice:
                return [choice.WhenTrue, choice.WhenFalse];
            case IConditionalAccessOperation access:
                return access.WhenNotNull is IInvocationOperation { Instance: IConditionalAccessInstanceOperation } called
                    && Keeping.Contains(called.TargetMethod.Name)
                    ? [access.Operation]
                    : [access.WhenNotNull];
            case IArrayCreationOperation { Initializer: { } elements }:
                return elements.ElementValues;
            case ICollectionExpressionOperation collection:
                return collection.Elements;
            case ITupleOperation tuple:
                return tuple.Elements;
            case IAnonymousObjectCreationOperation made:
                return Values(made);
            case IInvocationOperation { Parent: IInterpolatedStringAppendOperation } append:
                return append.Arguments;
            case IInvocationOperation call when Keeping.Contains(call.TargetMethod.Name):
                return [call.Instance, .. call.Arguments];
            default:
                return [];
        }
    }

    private static IEnumerable<IOperation?> Values(IAnonymousObjectCreationOperation made)
    {
        foreach (var initializer in made.Initializers)
        {
            yield return (initializer as ISimpleAssignmentOperation)?.Value;
        }
    }
}

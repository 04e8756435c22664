using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TaskGen.Generator.Symbols;

/// <summary>Provides extension methods for operations that several rules use.</summary>
internal static class OperationExtensions
{
    /// <summary>Returns the function that contains an operation: the innermost lambda or local function, or the member.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member that contains the operation.</param>
    public static IMethodSymbol? FindFunction(this IOperation operation, ISymbol? member)
    {
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
            }
        }

        return member as IMethodSymbol;
    }

    /// <summary>Returns the outermost operation of the method body that contains an operation.</summary>
    public static IOperation FindRoot(this IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    /// <summary>Returns the operation without the conversions around it.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>
    /// Returns the values of which a conditional, coalescing, or switch expression returns one. Returns nothing for other operations.
    /// </summary>
    public static IEnumerable<IOperation> Alternatives(this IOperation operation)
    {
        switch (operation)
        {
            case IConditionalOperation choice:
                yield return choice.WhenTrue;
                if (choice.WhenFalse is { } otherwise)
                {
                    yield return otherwise;
                }

                break;
            case ICoalesceOperation choice:
                yield return choice.Value;
                yield return choice.WhenNull;
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    yield return arm.Value;
                }

                break;
        }
    }

    /// <summary>Returns the operation without a call of <c>ConfigureAwait</c> around it.</summary>
    public static IOperation WithoutConfigureAwait(this IOperation operation)
    {
        operation = operation.WithoutConversions();
        return operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }
            ? task.WithoutConversions()
            : operation;
    }

    /// <summary>Returns the local variable, parameter, or member that an operation refers to; null for other operations.</summary>
    public static ISymbol? FindReferenced(this IOperation operation) => operation.WithoutConversions() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    /// <summary>Returns the initial value of a local variable, even if the variable is assigned again later.</summary>
    public static IOperation? FindInitialValue(this ILocalReferenceOperation reference)
    {
        foreach (var declaration in reference.Local.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == reference.Syntax.SyntaxTree
                && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && reference.SemanticModel?.GetOperation(WithoutParentheses(value)) is { } operation)
            {
                return operation.WithoutConversions();
            }
        }

        return null;
    }

    /// <summary>Returns the value of a local variable if exactly one value is assigned to it; otherwise, null.</summary>
    public static IOperation? FindOnlyValue(this ILocalReferenceOperation reference) =>
        reference.FindValues() is [var only] ? only : null;

    /// <summary>Returns all values that are assigned to a local variable.</summary>
    public static List<IOperation> FindValues(this ILocalReferenceOperation reference)
    {
        var values = new List<IOperation>();
        if (reference.FindInitialValue() is { } initial)
        {
            values.Add(initial);
        }

        foreach (var operation in reference.FindRoot().Descendants())
        {
            if (operation is IAssignmentOperation { Target: ILocalReferenceOperation target, Value: var value }
                && SymbolEqualityComparer.Default.Equals(target.Local, reference.Local))
            {
                values.Add(value.WithoutConversions());
            }
        }

        return values;
    }

    /// <summary>Returns the values that a called method or local function returns, if it is declared in the file of the call.</summary>
    public static IEnumerable<IOperation> FindReturnedValues(this IInvocationOperation call)
    {
        var method = call.TargetMethod.PartialImplementationPart ?? call.TargetMethod;
        foreach (var declaration in method.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree != call.Syntax.SyntaxTree
                || call.SemanticModel?.GetOperation(declaration.GetSyntax()) is not { } body)
            {
                continue;
            }

            foreach (var value in body.FindReturnedValues(method))
            {
                yield return value;
            }
        }
    }

    /// <summary>Returns the values that a function returns, without those of the functions inside it.</summary>
    /// <param name="body">The body of the function, or the function itself.</param>
    /// <param name="function">The function.</param>
    public static IEnumerable<IOperation> FindReturnedValues(this IOperation body, IMethodSymbol function)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value }
                && SymbolEqualityComparer.Default.Equals(operation.FindFunction(function), function))
            {
                yield return value;
            }
        }
    }

    /// <summary>
    /// Returns the conditional access, such as <c>a?.B()</c>, whose second part contains an operation; null if there is none.
    /// </summary>
    public static IConditionalAccessOperation? FindAccess(this IOperation operation)
    {
        var child = operation;
        for (var current = operation.Parent; current is not null; (child, current) = (current, current.Parent))
        {
            if (current is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access;
            }
        }

        return null;
    }

    /// <summary>Determines whether an operation precedes another operation in the source code.</summary>
    public static bool IsBefore(this IOperation operation, IOperation other) => operation.Syntax.SpanStart < other.Syntax.SpanStart;

    // Parentheses have no operation.
    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        return expression;
    }
}

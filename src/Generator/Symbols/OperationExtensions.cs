using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TaskGen.Generator.Symbols;

/// <summary>Questions about operations that more than one rule asks.</summary>
internal static class OperationExtensions
{
    /// <summary>The function that an operation runs in: the innermost lambda or local function, else the member.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="member">The member it is in.</param>
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

    /// <summary>The operation that all of a body is in.</summary>
    public static IOperation FindRoot(this IOperation operation)
    {
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        return root;
    }

    /// <summary>An operation without conversions around it.</summary>
    public static IOperation WithoutConversions(this IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }

        return operation;
    }

    /// <summary>What is awaited, without <c>ConfigureAwait</c> around it.</summary>
    public static IOperation WithoutConfigureAwait(this IOperation operation)
    {
        operation = operation.WithoutConversions();
        return operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }
            ? task.WithoutConversions()
            : operation;
    }

    /// <summary>The local, parameter, field or property that an operation reads.</summary>
    public static ISymbol? FindReferenced(this IOperation operation) => operation.WithoutConversions() switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    /// <summary>What a local was declared with; it may have been assigned since.</summary>
    public static IOperation? FindInitialValue(this ILocalReferenceOperation reference)
    {
        foreach (var declaration in reference.Local.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree == reference.Syntax.SyntaxTree
                && declaration.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
                && reference.SemanticModel?.GetOperation(value) is { } operation)
            {
                return operation.WithoutConversions();
            }
        }

        return null;
    }

    /// <summary>Whether an operation stands before another one in the source.</summary>
    public static bool IsBefore(this IOperation operation, IOperation other) => operation.Syntax.SpanStart < other.Syntax.SpanStart;
}

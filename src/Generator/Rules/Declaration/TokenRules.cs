using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>Whether a task that takes its token ever reads it.</summary>
internal static class TokenRules
{
    /// <summary>The token that nobody reads in a body that takes its time.</summary>
    /// <param name="task">The task.</param>
    /// <param name="body">The part of the method that has the body.</param>
    /// <param name="blocks">The body.</param>
    public static RuleViolation? Check(TaskMethod task, IMethodSymbol body, ImmutableArray<IOperation> blocks)
    {
        if (FindToken(body) is not { } token || TaskAttributeRules.ClassTakesToken(task.Method))
        {
            return null;
        }

        var hasSoftLimit = task.HasSoftTimeLimit;
        var takesTime = false;
        foreach (var block in blocks)
        {
            foreach (var operation in block.DescendantsAndSelf())
            {
                if (Reads(operation, token))
                {
                    return null;
                }

                takesTime |= Waits(operation) || (hasSoftLimit && operation is IInvocationOperation);
            }
        }

        return takesTime
            ? new RuleViolation(
                Descriptors.TokenNeverRead,
                token.Locations[0],
                task.Declaration,
                token.Name,
                hasSoftLimit ? ", a shutdown and its soft time limit" : " and a shutdown")
            : null;
    }

    private static IParameterSymbol? FindToken(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            // An underscore says that it is left unread on purpose.
            if (ParameterClassifier.Classify(parameter) == ParameterKind.CancellationToken && parameter.Name.Trim('_').Length > 0)
            {
                return parameter;
            }
        }

        return null;
    }

    // A context leads to the token, unless all that is read from it is something else.
    private static bool Reads(IOperation operation, IParameterSymbol token) =>
        operation is IParameterReferenceOperation { Parameter: var parameter }
        && (SymbolEqualityComparer.Default.Equals(parameter, token)
                || (parameter.Type.Is(MetadataNames.TaskContext)
                    && operation.Parent is not IPropertyReferenceOperation { Property.Name: not ("CancellationToken" or "StopReason") }));

    private static bool Waits(IOperation operation) => operation switch
    {
        IAwaitOperation or ILoopOperation or IUsingOperation { IsAsynchronous: true }
            or IUsingDeclarationOperation { IsAsynchronous: true } =>
            true,
        IInvocationOperation { TargetMethod: var method } => method.ReturnType.IsAwaitableTask() && !MakesEndedTask(method),
        _ => false,
    };

    // Task.FromResult and its like.
    private static bool MakesEndedTask(IMethodSymbol method) =>
        method.Name.StartsWith("From", StringComparison.Ordinal) && method.IsStatic && method.ContainingType.IsAwaitableTask();
}

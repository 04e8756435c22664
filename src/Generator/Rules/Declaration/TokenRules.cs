using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>The rule that a task method must read its cancellation token parameter.</summary>
internal static class TokenRules
{
    /// <summary>Reports a cancellation token that is not read in a method body that might run for a long time.</summary>
    /// <param name="task">The task.</param>
    /// <param name="body">The method part that contains the body. For a partial method, this is the implementing part.</param>
    /// <param name="blocks">The operations of the body.</param>
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
                hasSoftLimit ? "cancellation, shutdown, or its soft time limit" : "cancellation or shutdown")
            : null;
    }

    private static IParameterSymbol? FindToken(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            // A name that consists of underscores marks a parameter that is intentionally unused.
            if (ParameterClassifier.Classify(parameter) == ParameterKind.CancellationToken && parameter.Name.Trim('_').Length > 0)
            {
                return parameter;
            }
        }

        return null;
    }

    // A use of the context counts as a read of the token, unless it only reads another property of the context.
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

    // Task.FromResult, Task.FromException and Task.FromCanceled.
    private static bool MakesEndedTask(IMethodSymbol method) =>
        method.Name.StartsWith("From", StringComparison.Ordinal) && method.IsStatic && method.ContainingType.IsAwaitableTask();
}

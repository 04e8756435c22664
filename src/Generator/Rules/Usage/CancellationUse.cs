using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Finds the operations in which a task reads or passes on its cancellation token or stop reason.</summary>
internal static class CancellationUse
{
    /// <summary>Determines whether an operation contains such a use.</summary>
    /// <param name="operation">The operation to search.</param>
    /// <param name="except">A part of the operation that is not searched; null to search all of it.</param>
    public static bool IsIn(IOperation operation, IOperation? except = null)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            if ((except is null || !except.Syntax.Span.Contains(part.Syntax.Span)) && (IsToken(part) || ReadsStopState(part)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether an operation refers to the cancellation token of the task, or to a token that is linked to it.</summary>
    public static bool IsToken(IOperation operation) => operation switch
    {
        IParameterReferenceOperation parameter => parameter.Type.Is(MetadataNames.Framework.CancellationToken),
        ILocalReferenceOperation local =>
            local.Type.Is(MetadataNames.Framework.CancellationToken) && local.FindInitialValue() is { } value && IsToken(value),
        IPropertyReferenceOperation { Property: { Name: "CancellationToken", ContainingType: var type } } =>
            type.Is(MetadataNames.TaskContext),
        IPropertyReferenceOperation { Property.Name: "Token", Instance: ILocalReferenceOperation source } =>
            source.FindInitialValue() is { } value && IsLinked(value),
        _ => false,
    };

    private static bool ReadsStopState(IOperation operation) =>
        operation is IPropertyReferenceOperation { Property.Name: "StopReason" or "IsCancellationRequested" or "CancellationToken" };

    private static bool IsLinked(IOperation source)
    {
        if (source is IInvocationOperation { TargetMethod: { Name: "CreateLinkedTokenSource", ContainingType: var type } }
            && type.Is(MetadataNames.Framework.CancellationTokenSource))
        {
            foreach (var part in source.Descendants())
            {
                if (IsToken(part))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Where a task looks at, or hands on, what tells it to stop.</summary>
internal static class CancellationUse
{
    /// <summary>Whether anything in an operation does.</summary>
    /// <param name="operation">What to look through.</param>
    /// <param name="except">A part of it that is left out; null: nothing.</param>
    public static bool IsIn(IOperation operation, IOperation? except = null)
    {
        foreach (var part in operation.DescendantsAndSelf())
        {
            if ((except is null || !except.Syntax.Span.Contains(part.Syntax.Span)) && (IsToken(part) || IsQuestion(part)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an operation is the task's token, or one that is canceled with it.</summary>
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

    private static bool IsQuestion(IOperation operation) =>
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

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>Recognizes calls that return a sequence whose elements are created only when it is enumerated.</summary>
internal static class DeferredCalls
{
    private const string Queryable = "System.Linq.IQueryable";

    private static readonly HashSet<string> Sequences = new(StringComparer.Ordinal)
    {
        "IEnumerable", "IOrderedEnumerable", "IQueryable", "IOrderedQueryable", "IAsyncEnumerable", "IOrderedAsyncEnumerable",
        "ParallelQuery", "OrderedParallelQuery",
    };

    /// <summary>Determines whether a value is a sequence that is evaluated later.</summary>
    public static bool IsDeferred(IOperation value) => value.WithoutConversions() switch
    {
        ITranslatedQueryOperation query => IsDeferred(query.Operation),
        IInvocationOperation call => IsOperator(call) || IsDeferredMethod(call),
        ILocalReferenceOperation local => local.FindOnlyValue() is { } only and not ILocalReferenceOperation && IsDeferred(only),
        _ => false,
    };

    /// <summary>Determines whether a call is a deferred operator of LINQ, such as <c>Where</c>, or extends a database query.</summary>
    public static bool IsOperator(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        return method.IsStatic
            && (IsLinq(method.ContainingNamespace)
                ? Sequences.Contains(method.ReturnType.Name)
                : method.IsExtensionMethod && IsQueryable(method.ReturnType));
    }

    /// <summary>Determines whether a call calls an iterator, or a method in the same file that returns a deferred query.</summary>
    public static bool IsDeferredMethod(IInvocationOperation call)
    {
        if ((call.TargetMethod.PartialImplementationPart ?? call.TargetMethod).IsIterator)
        {
            return true;
        }

        foreach (var value in call.FindReturnedValues())
        {
            if (value.WithoutConversions() is ITranslatedQueryOperation
                || (value.WithoutConversions() is IInvocationOperation inner && IsOperator(inner)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Determines whether a type represents a query of a database.</summary>
    public static bool IsQueryable(ITypeSymbol? type) => type is not null && (type.Is(Queryable) || type.Implements(Queryable));

    private static bool IsLinq(INamespaceSymbol space) =>
        space is { Name: "Linq", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } };
}

using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Usage;

/// <summary>
/// The rule that the result of a task must not depend on a variable that the method disposes of when it returns. The result is serialized
/// after the method has returned, before the instance of its class and its services are disposed of.
/// </summary>
internal static class LateResultRules
{
    private const string UseList = "Return a list instead, for example with ToList()";

    /// <summary>Reports the parts of the return values that are evaluated too late.</summary>
    /// <param name="task">The task.</param>
    /// <param name="body">The method part that contains the body. For a partial method, this is the implementing part.</param>
    /// <param name="blocks">The operations of the body.</param>
    public static IEnumerable<RuleViolation> Check(TaskMethod task, IMethodSymbol body, ImmutableArray<IOperation> blocks)
    {
        if (ReturnReader.ResultType(task.Method) is not { } result || CannotBeLate(result))
        {
            yield break;
        }

        var isIgnored = TaskSettings.IgnoreResult.Read(task.Attribute);
        foreach (var block in blocks)
        {
            foreach (var value in block.FindReturnedValues(body))
            {
                var disposed = DisposedVariables.FindAt(value);
                foreach (var part in ResultParts.Of(value))
                {
                    if (FindProblem(part, disposed, isIgnored) is var (subject, effect, remedy))
                    {
                        yield return new RuleViolation(
                            Descriptors.ResultEvaluatedLate, part.Syntax.GetLocation(), subject, task.Declaration, effect, remedy);
                    }
                }
            }
        }
    }

    private static bool CannotBeLate(ITypeSymbol result) =>
        result.SpecialType == SpecialType.System_String
        || (result.IsValueType && result.SpecialType != SpecialType.None)
        || result.TypeKind == TypeKind.Enum;

    private static (string Subject, string Effect, string Remedy)? FindProblem(
        IOperation part, HashSet<ISymbol> disposed, bool isIgnored)
    {
        if (new LateEvaluation(disposed).Find(part) is { } variable)
        {
            var late = $"only after '{variable.Name}' is disposed";
            return DeferredCalls.IsDeferred(part) || DeferredCalls.IsQueryable(part.Type)
                ? ("The sequence", $"fail because it is evaluated {late}", UseList)
                : ("The value", $"fail because it is serialized {late}", $"Return a copy that does not need '{variable.Name}' instead");
        }

        return isIgnored && DeferredCalls.IsDeferred(part) && RunsCode(part)
            ? ("The sequence", "never be evaluated because IgnoreResult discards the result", UseList)
            : null;
    }

    // A sequence without lambdas and iterators, such as an empty one, does no work.
    private static bool RunsCode(IOperation part)
    {
        var value = part is ILocalReferenceOperation local ? local.FindOnlyValue() : part;
        if (value is null || (value is IInvocationOperation call && !DeferredCalls.IsOperator(call)))
        {
            return value is not null;
        }

        foreach (var operation in value.Descendants())
        {
            if (operation is IAnonymousFunctionOperation or IMethodReferenceOperation)
            {
                return true;
            }
        }

        return false;
    }
}

using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>The rules for the result of a task.</summary>
internal static class ResultRules
{
    /// <summary>Reports a result that cannot be serialized.</summary>
    public static IEnumerable<RuleViolation> ResultIsSerializable(TaskMethod task)
    {
        if (WhyNot(task.Method) is { } explanation)
        {
            yield return new RuleViolation(
                Descriptors.ResultNotSerializable, task.Location, task.Declaration, explanation.Reason, explanation.Remedy);
        }
    }

    private static Explanation? WhyNot(IMethodSymbol method)
    {
        const string Instead = "Return a list or an array instead";
        if (method.RefKind != RefKind.None)
        {
            return new Explanation("it is returned by reference", "Return it by value");
        }

        if (method is { IsIterator: true } or { PartialImplementationPart.IsIterator: true })
        {
            return new Explanation("the body of an iterator would run only after the attempt has ended", Instead);
        }

        if (ReturnReader.ResultType(method) is not { } result)
        {
            return null;
        }

        return result.Is(MetadataNames.Framework.AsyncEnumerable)
            ? new Explanation($"'{result.ToDisplayString()}' would be enumerated only after the attempt has ended", Instead)
            : UnsupportedTypes.WhyNot(result) ?? UnsupportedTypes.WhyLost(result);
    }
}

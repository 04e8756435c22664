using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>What a task may return.</summary>
internal static class ResultRules
{
    /// <summary>Whether its result can be serialized.</summary>
    public static IEnumerable<RuleViolation> ResultTravels(TaskMethod task)
    {
        if (task.Method.RefKind != RefKind.None)
        {
            yield return new RuleViolation(Descriptors.ReturnCannotTravel, task.Location, task.Declaration, "it is returned by reference");
        }
        else if (task.Method is { IsIterator: true } or { PartialImplementationPart.IsIterator: true })
        {
            yield return new RuleViolation(
                Descriptors.ReturnCannotTravel,
                task.Location,
                task.Declaration,
                "it is an iterator, whose body would begin only after the execution has ended; return a list or an array");
        }
        else if (ReturnReader.ResultType(task.Method) is { } result)
        {
            if (result.Is(MetadataNames.Framework.AsyncEnumerable))
            {
                yield return new RuleViolation(
                    Descriptors.ReturnCannotTravel,
                    task.Location,
                    task.Declaration,
                    $"'{result.ToDisplayString()}' would be read only after the execution has ended; return a list or an array");
            }
            else if ((UnsupportedTypes.WhyNot(result) ?? UnsupportedTypes.WhyLost(result)) is { } reason)
            {
                yield return new RuleViolation(Descriptors.ReturnCannotTravel, task.Location, task.Declaration, reason);
            }
            else if (UnsupportedTypes.TupleInside(result) is { } type)
            {
                yield return new RuleViolation(
                    Descriptors.TupleInsideDescribedType, task.Location, task.Declaration, "The result", type.ToDisplayString());
            }
        }
    }
}

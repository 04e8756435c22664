using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>
/// What a task declares that can be done, and that probably does something else than was meant. None of it takes the client away.
/// </summary>
internal static class TaskAttributeRules
{
    /// <summary>Everything that is doubtful about the attributes of a method which breaks no other rule.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        if (task.HasSoftTimeLimit && !HearsOfItsEnd(task.Method))
        {
            yield return new RuleViolation(
                Descriptors.SoftLimitUnheard, task.LocationOf(TaskSettings.SoftTimeLimitSeconds), task.Declaration);
        }

        if (TaskSettings.Idempotent.Read(task.Attribute)
            && TaskSettings.IgnoreResult.Read(task.Attribute)
            && ReturnReader.ResultType(task.Method) is { } result)
        {
            yield return new RuleViolation(
                Descriptors.IdempotentWithoutResult,
                task.LocationOf(TaskSettings.IgnoreResult),
                task.Declaration,
                result.ToDisplayString());
        }

        foreach (var violation in RetryTypeRules.Check(task))
        {
            yield return violation;
        }
    }

    /// <summary>Whether the class is given the token, or the context that has it, when it is built.</summary>
    public static bool ClassTakesToken(IMethodSymbol method) =>
        !method.IsStatic
        && ConstructorChooser.Choose(method.ContainingType) is { } constructor
        && TakesToken(constructor, ParameterClassifier.ClassifyInjected);

    private static bool HearsOfItsEnd(IMethodSymbol method) => TakesToken(method, ParameterClassifier.Classify) || ClassTakesToken(method);

    private static bool TakesToken(IMethodSymbol method, Func<IParameterSymbol, ParameterKind> classify)
    {
        foreach (var parameter in method.Parameters)
        {
            if (classify(parameter) is ParameterKind.CancellationToken or ParameterKind.Context)
            {
                return true;
            }
        }

        return false;
    }
}

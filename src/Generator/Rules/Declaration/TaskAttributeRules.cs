using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Declaration;

/// <summary>
/// The rules for attributes that are valid but probably do not behave as intended. A client is also generated for a task that breaks one of
/// these rules.
/// </summary>
internal static class TaskAttributeRules
{
    /// <summary>Checks the attributes of a method that breaks no method shape rule.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        if (task.HasSoftTimeLimit && !ReceivesToken(task.Method))
        {
            yield return new RuleViolation(
                Descriptors.SoftLimitNotObserved, task.LocationOf(TaskSettings.SoftTimeLimitSeconds), task.Declaration);
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

        foreach (var violation in InjectedValueRules.CheckMethod(task))
        {
            yield return violation;
        }
    }

    /// <summary>
    /// Determines whether the constructor of the task class has a parameter for the cancellation token, or for the context that contains
    /// the token.
    /// </summary>
    public static bool ClassTakesToken(IMethodSymbol method) =>
        !method.IsStatic
        && ConstructorChooser.Choose(method.ContainingType) is { } constructor
        && TakesToken(constructor, ParameterClassifier.ClassifyInjected);

    private static bool ReceivesToken(IMethodSymbol method) => TakesToken(method, ParameterClassifier.Classify) || ClassTakesToken(method);

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

using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>The rules for the constructor of a task class.</summary>
internal static class ConstructionRules
{
    /// <summary>Reports a class that has no constructor that generated code can call.</summary>
    public static IEnumerable<RuleViolation> ClassCanBeConstructed(TaskMethod task)
    {
        if (!task.Method.IsStatic && ConstructorChooser.ChooseFor(task) is null)
        {
            yield return Violation(task, ConstructionReasons.Explain(task.Method.ContainingType));
        }
    }

    /// <summary>
    /// Reports a constructor parameter for progress with a detail value. Only a task method can have this parameter, because it specifies
    /// the detail type.
    /// </summary>
    public static IEnumerable<RuleViolation> ConstructorTakesNoDetail(TaskMethod task)
    {
        if (ConstructorChooser.ChooseFor(task) is { } constructor)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (ParameterClassifier.ClassifyInjected(parameter) == ParameterKind.DetailedProgress)
                {
                    yield return Violation(task, new Explanation(
                        "has a constructor with an ITaskProgress<T> parameter",
                        "Use ITaskProgress in the constructor, or make ITaskProgress<T> a parameter of the method"));
                }
            }
        }
    }

    private static RuleViolation Violation(TaskMethod task, Explanation explanation) => new(
        Descriptors.NoUsableConstructor,
        task.Location,
        task.Declaration,
        task.Method.ContainingType.Name,
        explanation.Reason,
        explanation.Remedy);
}

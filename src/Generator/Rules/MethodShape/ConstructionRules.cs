using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Model;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>Whether the class of a task can be built.</summary>
internal static class ConstructionRules
{
    /// <summary>Whether there is a constructor that generated code can call.</summary>
    public static IEnumerable<RuleViolation> ClassCanBeBuilt(TaskMethod task)
    {
        if (!task.Method.IsStatic && ConstructorChooser.Choose(task.Method.ContainingType) is null)
        {
            yield return new RuleViolation(
                Descriptors.NoUsableConstructor,
                task.Location,
                task.Declaration,
                task.Method.ContainingType.Name,
                task.Method.ContainingType switch
                {
                    { IsAbstract: true } => "is abstract; make the method static, or declare the task on a derived class",
                    { IsRefLikeType: true } => "is a ref struct",
                    _ => "has no public or internal constructor to choose; mark one with [ActivatorUtilitiesConstructor]",
                });
        }
    }

    /// <summary>Whether the constructor leaves the detailed progress to the method.</summary>
    public static IEnumerable<RuleViolation> ConstructorTakesNoDetail(TaskMethod task)
    {
        if (!task.Method.IsStatic && ConstructorChooser.Choose(task.Method.ContainingType) is { } constructor)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (ParameterClassifier.ClassifyInjected(parameter) == ParameterKind.DetailedProgress)
                {
                    yield return new RuleViolation(
                        Descriptors.NoUsableConstructor,
                        task.Location,
                        task.Declaration,
                        task.Method.ContainingType.Name,
                        "takes an ITaskProgress<T> in its constructor; take ITaskProgress there, or the other one in the method");
                }
            }
        }
    }
}

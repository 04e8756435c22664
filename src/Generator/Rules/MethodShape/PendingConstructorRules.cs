using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>The rule for a task class whose constructor another source generator probably adds.</summary>
internal static class PendingConstructorRules
{
    /// <summary>
    /// Reports a class without the constructor that its members require. The source generator omits such a class, because another generator
    /// can add the constructor. If a generator has added it, the analyzer reports this instead.
    /// </summary>
    public static IEnumerable<RuleViolation> ConstructorIsKnown(TaskMethod task)
    {
        if (!task.Method.IsStatic && PendingConstructor.Find(task.Method.ContainingType) is { } effect)
        {
            yield return new RuleViolation(
                Descriptors.NoUsableConstructor,
                task.Location,
                task.Declaration,
                task.Method.ContainingType.Name,
                $"has no constructor that {effect}",
                "Write the constructor, because TaskGen cannot call a constructor that another source generator adds");
        }
    }
}

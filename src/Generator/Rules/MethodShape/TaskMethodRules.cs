using TaskGen.Generator.Rules.Declaration;
using TaskGen.Generator.Rules.Names;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>
/// The list of the rules for a task method. If a method breaks a rule, the parser skips it, and the analyzers report it. Both use this
/// list, so their results are always consistent.
/// </summary>
internal static class TaskMethodRules
{
    private static readonly Func<TaskMethod, IEnumerable<RuleViolation>>[] Table =
    [
        OrdinaryMethodRules.IsOrdinary,
        OrdinaryMethodRules.IsAccessible,
        OrdinaryMethodRules.IsNotAsyncVoid,
        OrdinaryMethodRules.IsNotGeneric,
        ParameterRules.ParametersAreSerializable,
        ResultRules.ResultIsSerializable,
        ParameterRules.NothingIsInjectedTwice,
        OrdinaryMethodRules.OverloadsAreNamed,
        ConstructionRules.ClassCanBeConstructed,
        ConstructionRules.ConstructorTakesNoDetail,
        TaskValueRules.AreInRange,
        TaskNameRules.AreValid,
        TaskNameRules.GroupIsNotHidden,
        TaskNameRules.ClientIsFree,
    ];

    /// <summary>Finds the rules that a task method breaks.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        foreach (var rule in Table)
        {
            // The compiler reports what is missing in a declaration. The first rule does not depend on it.
            if (rule != Table[0] && IncompleteMethod.Is(task))
            {
                yield break;
            }

            var any = false;
            foreach (var violation in rule(task))
            {
                any = true;
                yield return violation;
            }

            // The other rules apply only to ordinary methods.
            if (any && rule == Table[0])
            {
                yield break;
            }
        }
    }

    /// <summary>Determines whether a method breaks no rule and is compiled with a supported language version.</summary>
    public static bool Allow(TaskMethod task)
    {
        if (!LanguageRules.Allow(task.Compilation) || IncompleteMethod.Is(task))
        {
            return false;
        }

        foreach (var unused in Check(task))
        {
            return false;
        }

        return true;
    }
}

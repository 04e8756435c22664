using TaskGen.Generator.Rules.Declaration;
using TaskGen.Generator.Rules.Names;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>
/// The rule table: what a task method must be. The parser skips a method that breaks a rule, the analyzers report it; both read this table,
/// so they cannot drift apart.
/// </summary>
internal static class TaskMethodRules
{
    private static readonly Func<TaskMethod, IEnumerable<RuleViolation>>[] Table =
    [
        OrdinaryMethodRules.IsOrdinary,
        OrdinaryMethodRules.IsAccessible,
        OrdinaryMethodRules.IsNotAsyncVoid,
        OrdinaryMethodRules.IsNotGeneric,
        ParameterRules.ParametersTravel,
        ResultRules.ResultTravels,
        ParameterRules.NothingIsInjectedTwice,
        OrdinaryMethodRules.OverloadsAreNamed,
        ConstructionRules.ClassCanBeBuilt,
        ConstructionRules.ConstructorTakesNoDetail,
        TaskValueRules.AreInRange,
        TaskNameRules.AreValid,
        TaskNameRules.GroupIsNotHidden,
        TaskNameRules.ClientIsFree,
    ];

    /// <summary>Everything that is wrong with a method.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        foreach (var rule in Table)
        {
            var any = false;
            foreach (var violation in rule(task))
            {
                any = true;
                yield return violation;
            }

            // Of what is no ordinary method the other rules have nothing to say.
            if (any && rule == Table[0])
            {
                yield break;
            }
        }
    }

    /// <summary>Whether nothing is wrong with a method, nor with the language it is compiled in.</summary>
    public static bool Allow(TaskMethod task)
    {
        if (!LanguageRules.Allow(task.Compilation))
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

using TaskGen.Generator.Rules.Declaration;
using TaskGen.Generator.Rules.Names;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.MethodShape;

/// <summary>
/// The rules for a task method. If a method breaks a rule, the parser skips it, and the analyzers report it. Both use these
/// rules, so their results are always consistent.
/// </summary>
internal static class TaskMethodRules
{
    private static readonly Func<TaskMethod, IEnumerable<RuleViolation>>[] Table =
    [
        OrdinaryMethodRules.IsAccessible,
        OrdinaryMethodRules.IsNotAsyncVoid,
        OrdinaryMethodRules.IsNotGeneric,
        ParameterRules.ParametersAreSerializable,
        ResultRules.ResultIsSerializable,
        ParameterRules.NothingIsInjectedTwice,
        OrdinaryMethodRules.OverloadsAreNamed,
        OrdinaryMethodRules.IsNotConditional,
        ConstructionRules.ClassCanBeConstructed,
        ConstructionRules.ConstructorTakesNoDetail,
        PendingConstructorRules.ConstructorIsKnown,
        UsableTypeRules.TypesHaveFullNames,
        UsableTypeRules.KeysAreAccessible,
        TaskValueRules.AreInRange,
        TaskNameRules.AreValid,
        TaskNameRules.GroupIsNotHidden,
        ClientNameRules.NamesAreFree,
    ];

    /// <summary>Finds the rules that a task method breaks.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod task)
    {
        var isOrdinary = true;
        foreach (var violation in OrdinaryMethodRules.IsOrdinary(task))
        {
            isOrdinary = false;
            yield return violation;
        }

        // The other rules apply only to ordinary methods, and the compiler itself reports an incomplete declaration.
        if (!isOrdinary || IncompleteMethod.Is(task))
        {
            yield break;
        }

        var isValid = true;
        foreach (var rule in Table)
        {
            foreach (var violation in rule(task))
            {
                isValid = false;
                yield return violation;
            }
        }

        // A method that breaks another rule would have no client either way.
        if (isValid && OtherGeneratorRules.CheckTask(task) is { } unseen)
        {
            yield return unseen;
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

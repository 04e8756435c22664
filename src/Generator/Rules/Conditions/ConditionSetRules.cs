using System.Collections.Immutable;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.Rules.Conditions;

/// <summary>
/// The rule that the names of conditions are unique. The generator pipeline keeps the first condition with each name, and the analyzer
/// reports the others.
/// </summary>
internal static class ConditionSetRules
{
    /// <summary>Returns the first condition with each name, in an order that does not depend on the order of the files.</summary>
    public static ImmutableArray<ConditionModel> Resolve(ImmutableArray<ConditionModel> conditions)
    {
        var kept = ImmutableArray.CreateBuilder<ConditionModel>(conditions.Length);
        Visit(conditions, kept.Add, static (_, _) => { });
        return kept.ToImmutable();
    }

    /// <summary>Finds each condition that has the same name as an earlier condition.</summary>
    /// <param name="conditions">The conditions.</param>
    /// <param name="report">A delegate that receives the condition and the earlier condition with the same name.</param>
    public static void FindClashes(ImmutableArray<ConditionModel> conditions, Action<ConditionModel, ConditionModel> report) =>
        Visit(conditions, static _ => { }, report);

    private static void Visit(
        ImmutableArray<ConditionModel> conditions, Action<ConditionModel> keep, Action<ConditionModel, ConditionModel> report)
    {
        var names = new Dictionary<string, ConditionModel>(StringComparer.Ordinal);
        foreach (var condition in conditions.Sort(Compare))
        {
            if (names.TryGetValue(condition.Name, out var first))
            {
                report(condition, first);
            }
            else
            {
                names.Add(condition.Name, condition);
                keep(condition);
            }
        }
    }

    private static int Compare(ConditionModel left, ConditionModel right)
    {
        var order = string.CompareOrdinal(left.Name, right.Name);
        return order != 0 ? order : string.CompareOrdinal(left.DocumentationId, right.DocumentationId);
    }
}

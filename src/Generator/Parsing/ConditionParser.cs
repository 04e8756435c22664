using TaskGen.Generator.CSharpText;
using TaskGen.Generator.Model;
using TaskGen.Generator.Rules.Conditions;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Parsing;

/// <summary>Creates the <see cref="ConditionModel"/> of a method.</summary>
internal static class ConditionParser
{
    /// <summary>Reads a method.</summary>
    /// <returns>The model; null if the method breaks a rule or does not compile.</returns>
    public static ConditionModel? Parse(TaskMethod condition)
    {
        if (!ConditionRules.Allow(condition))
        {
            return null;
        }

        var method = condition.Method;
        var experimentalIds = MarkerReader.ReadExperimentalIds(method, constructor: null);
        if (!MarkerReader.AreValid(experimentalIds))
        {
            return null;
        }

        return new ConditionModel(
            ConditionRules.NameOf(condition),
            $"{TypeReader.NameOf(method.ContainingType)}.{Identifiers.Escape(method.Name)}",
            condition.Declaration,
            method.GetDocumentationCommentId() ?? "",
            experimentalIds);
    }
}

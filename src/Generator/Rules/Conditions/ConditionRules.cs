using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Conditions;

/// <summary>The rules for a condition method. If a method breaks a rule, the parser skips it, and the analyzer reports it.</summary>
internal static class ConditionRules
{
    private const string Declare = "Declare it as public static bool Name(JsonElement data, JsonElement parameters)";

    /// <summary>Returns the name by which condition rules refer to the condition; empty if the attribute has no valid string.</summary>
    public static string NameOf(TaskMethod condition) => AttributeReader.ReadText(condition.Attribute) ?? "";

    /// <summary>Finds the rules that a condition method breaks.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod condition)
    {
        var isValid = true;
        if (WhyNotCallable(condition.Method) is { } explanation)
        {
            isValid = false;
            yield return new RuleViolation(
                Descriptors.ConditionCannotBeCalled,
                condition.Location,
                condition.Method.Name.Length == 0 ? "=>" : condition.Declaration,
                explanation.Reason,
                explanation.Remedy);
        }

        // The compiler itself reports a name that is missing or unknown.
        var name = NameOf(condition);
        if (!WireNames.IsValid(name) && !IncompleteValues.HasUnknownArgument(condition.Attribute))
        {
            isValid = false;
            yield return new RuleViolation(
                Descriptors.InvalidName, condition.Location, condition.Declaration, "condition", name, WireNames.Characters);
        }

        if (isValid && OtherGeneratorRules.CheckCondition(condition) is { } unseen)
        {
            yield return unseen;
        }
    }

    /// <summary>Determines whether a method breaks no rule and is compiled with a supported language version.</summary>
    public static bool Allow(TaskMethod condition)
    {
        if (!LanguageRules.Allow(condition.Compilation)
            || ConflictingDeclaration.HasTwin(condition.Method)
            || IncompleteValues.HasUnknownArgument(condition.Attribute))
        {
            return false;
        }

        foreach (var unused in Check(condition))
        {
            return false;
        }

        return true;
    }

    private static Explanation? WhyNotCallable(IMethodSymbol method) => method switch
    {
        { MethodKind: not MethodKind.Ordinary } or { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Struct) } =>
            new Explanation("it is not an ordinary method of a class or struct", Declare),
        { IsStatic: false } => new Explanation("it is not static", Declare),
        { IsGenericMethod: true } or { ContainingType.IsGenericType: true } => new Explanation(
            "it or its class has type parameters", "Declare it without type parameters in a class without type parameters"),
        { ReturnType.SpecialType: not SpecialType.System_Boolean } or { RefKind: not RefKind.None } =>
            new Explanation("it does not return bool by value", Declare),
        _ when !TakesDataAndParameters(method) => new Explanation(
            "it does not have exactly two JsonElement parameters, one for the data and one for the rule's parameters", Declare),
        _ when !method.IsSeenInAssembly() => new Explanation(
            "it or its class is not public or internal", "Make the method and its class public or internal"),
        _ when MarkerReader.IsObsoleteError(method) => new Explanation(
            "its [Obsolete] attribute makes a call to it a compiler error", "Remove the attribute, or change its error to a warning"),
        _ => null,
    };

    private static bool TakesDataAndParameters(IMethodSymbol method)
    {
        if (method.Parameters.Length != 2)
        {
            return false;
        }

        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None || !parameter.Type.Is(MetadataNames.Framework.JsonElement))
            {
                return false;
            }
        }

        return true;
    }
}

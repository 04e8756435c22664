using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.Rules.Conditions;

/// <summary>What a condition must be. The parser skips a method that breaks a rule, the analyzer reports it; both ask here.</summary>
internal static class ConditionRules
{
    /// <summary>The name in rules; empty where the attribute does not give a text.</summary>
    public static string NameOf(TaskMethod condition) => AttributeReader.ReadText(condition.Attribute) ?? "";

    /// <summary>Everything that is wrong with a method.</summary>
    public static IEnumerable<RuleViolation> Check(TaskMethod condition)
    {
        if (WhyNotCallable(condition.Method) is { } reason)
        {
            yield return new RuleViolation(
                Descriptors.ConditionCannotBeCalled,
                condition.Location,
                condition.Method.Name.Length == 0 ? "=>" : condition.Declaration,
                reason);
        }

        var name = NameOf(condition);
        if (!WireNames.IsValid(name))
        {
            yield return new RuleViolation(
                Descriptors.InvalidName, condition.Location, condition.Declaration, "condition", name, WireNames.Characters);
        }
    }

    /// <summary>Whether nothing is wrong with a method, nor with the language it is compiled in.</summary>
    public static bool Allow(TaskMethod condition)
    {
        if (!LanguageRules.Allow(condition.Compilation))
        {
            return false;
        }

        foreach (var unused in Check(condition))
        {
            return false;
        }

        return true;
    }

    private static string? WhyNotCallable(IMethodSymbol method) => method switch
    {
        { MethodKind: not MethodKind.Ordinary } or { ContainingType.TypeKind: not (TypeKind.Class or TypeKind.Struct) } =>
            "it is not an ordinary method of a class or struct",
        { IsStatic: false } => "it is not static",
        { IsGenericMethod: true } or { ContainingType.IsGenericType: true } => "it or its class has type parameters",
        { ReturnType.SpecialType: not SpecialType.System_Boolean } or { RefKind: not RefKind.None } => "it does not return bool",
        _ when !TakesDataAndParameters(method) => "it does not take two JsonElement, the data and the parameters of the rule",
        _ when !method.IsSeenInAssembly() => "it or its class is not public or internal",
        _ when MarkerReader.IsObsoleteError(method) => "it is obsolete in a way that calling it is an error",
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

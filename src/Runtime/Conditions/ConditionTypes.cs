using System.Collections.Immutable;
using System.Text.Json;
using TaskGen.Client;
using TaskGen.Primitives;

namespace TaskGen.Conditions;

/// <summary>Implements the types of conditions that rules can have.</summary>
internal static class ConditionTypes
{
    private const string ValueEquals = "value_equals";
    private const string ValueGreaterThan = "value_greater_than";
    private const string FieldExists = "field_exists";
    private const string CustomFunction = "custom_function";

    private const string Field = "field";
    private const string Value = "value";
    private const string Threshold = "threshold";
    private const string Function = "function";

    private static readonly ImmutableArray<string> Names = [ValueEquals, ValueGreaterThan, FieldExists, CustomFunction];

    /// <summary>
    /// Checks the condition of a rule and prepares its evaluation. A condition that does not call a function of the application is
    /// evaluated immediately, so that invalid data is found before any function is called.
    /// </summary>
    /// <param name="rule">The rule.</param>
    /// <param name="data">The data, a JSON object.</param>
    /// <param name="functions">The functions of the application.</param>
    /// <param name="errors">The list to which problems are added.</param>
    /// <returns>A function that determines whether the condition is met. Its result is meaningful only if no problems were added.</returns>
    public static Func<bool> Resolve(ConditionRule rule, JsonElement data, ConditionTable functions, ConditionErrors errors)
    {
        if (!Names.Contains(rule.Type))
        {
            errors.Add(
                rule.Name,
                $"type '{WireNames.Show(rule.Type)}' is not known{NearNames.Hint(rule.Type, Names)} (known: {NearNames.List(Names)})");
            return static () => false;
        }

        var parameters = new ConditionParts(rule.Name, rule.Parameters, errors, "params.");
        if (rule.Type == CustomFunction)
        {
            return ResolveFunction(rule, parameters, data, functions, errors);
        }

        var field = parameters.Text(Field);
        var isThere = data.TryGetProperty(field, out var actual);
        var holds = isThere;
        switch (rule.Type)
        {
            case ValueEquals:
                var expected = parameters.Any(Value);
                parameters.Expect(Field, Value);
                holds = expected.ValueKind != JsonValueKind.Undefined && AreEqual(rule, field, isThere, actual, expected, errors);
                break;
            case ValueGreaterThan:
                var threshold = parameters.Number(Threshold);
                parameters.Expect(Field, Threshold);
                holds = IsGreater(rule, field, isThere, actual, threshold, errors);
                break;
            default:
                parameters.Expect(Field);
                break;
        }

        return () => holds;
    }

    private static Func<bool> ResolveFunction(
        ConditionRule rule, ConditionParts parameters, JsonElement data, ConditionTable functions, ConditionErrors errors)
    {
        var name = parameters.Text(Function);
        if (functions.TryFind(name, out var function))
        {
            return () => function(data, rule.Parameters);
        }

        if (name.Length > 0)
        {
            var known = functions.Names.Count == 0 ? "no condition methods are registered" : "known: " + NearNames.List(functions.Names);
            errors.Add(rule.Name, $"function '{WireNames.Show(name)}' is not known{NearNames.Hint(name, functions.Names)} ({known})");
        }

        return static () => false;
    }

    // A missing field equals null, as does a field whose value is null.
    private static bool AreEqual(
        ConditionRule rule, string field, bool isThere, JsonElement actual, JsonElement expected, ConditionErrors errors)
    {
        if (!isThere)
        {
            return expected.ValueKind == JsonValueKind.Null;
        }

        try
        {
            return JsonElement.DeepEquals(actual, expected);
        }
        catch (InvalidOperationException)
        {
            errors.Add(
                rule.Name, $"field '{WireNames.Show(field)}' cannot be compared because it or the value in the rule is not valid Unicode");
            return false;
        }
    }

    // A missing field counts as 0.
    private static bool IsGreater(
        ConditionRule rule, string field, bool isThere, JsonElement actual, JsonElement threshold, ConditionErrors errors)
    {
        if (isThere && actual.ValueKind != JsonValueKind.Number)
        {
            errors.Add(rule.Name, $"field '{WireNames.Show(field)}' of the data must be a number so that it can be compared");
            return false;
        }

        if (threshold.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        var (left, right) = (isThere ? actual.GetDouble() : 0, threshold.GetDouble());
        if (left != right)
        {
            return left > right;
        }

        // The numbers are equal as doubles, so they are compared as decimals, which have more digits.
        var exact = 0M;
        return (!isThere || actual.TryGetDecimal(out exact)) && threshold.TryGetDecimal(out var exactThreshold) && exact > exactThreshold;
    }
}

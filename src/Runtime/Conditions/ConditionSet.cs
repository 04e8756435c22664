using System.Collections.Immutable;
using System.Text.Json;
using TaskGen.Conditions;

namespace TaskGen;

/// <summary>
/// Rules that say which tasks are dispatched for which data: <c>{name: {type, params, task, task_params}}</c>. Types: <c>value_equals</c>
/// {field, value}, <c>value_greater_than</c> {field, threshold}, <c>field_exists</c> {field}, and <c>custom_function</c> {function, ...}
/// for a method with <see cref="ConditionAttribute"/>.
/// </summary>
public sealed class ConditionSet
{
    private const string Type = "type";
    private const string Parameters = "params";
    private const string Task = "task";
    private const string Arguments = "task_params";

    private static readonly ImmutableArray<string> Keys = [Type, Parameters, Task, Arguments];
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");

    private ConditionSet(IReadOnlyList<ConditionRule> rules) => Rules = rules;

    /// <summary>The rules, in their order.</summary>
    internal IReadOnlyList<ConditionRule> Rules { get; }

    /// <summary>Reads rules. What their types, tasks and functions are is asked when they are used.</summary>
    /// <param name="json">The text of one JSON object. Comments and trailing commas are let through.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ConditionException">It is no JSON object of rules; the message lists what is wrong.</exception>
    public static ConditionSet Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(ConditionJson.Parse(json, "rules"));
    }

    /// <summary>Reads rules. What their types, tasks and functions are is asked when they are used.</summary>
    /// <param name="json">One JSON object; it is copied, so its document may end.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ConditionException">It is no object of rules; the message lists what is wrong.</exception>
    public static ConditionSet Parse(JsonElement json)
    {
        var errors = new ConditionErrors();
        List<ConditionRule> rules = [];
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add("the rules must be one JSON object with a rule under each name");
        }
        else
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (name, rule) in ConditionJson.Members(json.Clone()))
            {
                if (!names.Add(name))
                {
                    errors.Add(name, "the name is there more than once");
                }

                rules.Add(Read(name, rule, errors));
            }
        }

        errors.ThrowIfAny();
        return new ConditionSet(rules);
    }

    private static ConditionRule Read(string name, JsonElement rule, ConditionErrors errors)
    {
        if (rule.ValueKind != JsonValueKind.Object)
        {
            errors.Add(name, $"the rule must be a JSON object with {string.Join(", ", Keys)}");
            return new ConditionRule(name, "", NoArguments, "", NoArguments);
        }

        var parts = new ConditionParts(name, rule, errors);
        var read = new ConditionRule(
            name, parts.Text(Type), parts.Object(Parameters), parts.Text(Task), parts.Object(Arguments, NoArguments));
        parts.Expect(Keys.AsSpan());
        return read;
    }
}

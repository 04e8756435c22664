using System.Collections.Immutable;
using System.Text.Json;
using TaskGen.Conditions;

namespace TaskGen;

/// <summary>
/// Represents a set of rules. Each rule specifies a task, and the condition that data must meet for the task to be dispatched.
/// </summary>
/// <remarks>
/// <para>
/// The rules are the properties of one JSON object, whose property names are the names of the rules. A rule has a <c>type</c> and
/// <c>params</c>, which specify its condition, and a <c>task</c>, which is the wire name of the task to dispatch. Optionally, it has
/// <c>task_params</c>, which are the arguments of the task.
/// </para>
/// <list type="table">
/// <listheader><term>Type</term><description>Parameters and meaning</description></listheader>
/// <item>
/// <term><c>value_equals</c></term>
/// <description><c>field</c>, <c>value</c>: the field equals the value as JSON. A missing field equals <c>null</c>.</description>
/// </item>
/// <item>
/// <term><c>value_greater_than</c></term>
/// <description>
/// <c>field</c>, <c>threshold</c>: the number in the field is greater than the threshold. A missing field counts as 0.
/// </description>
/// </item>
/// <item>
/// <term><c>field_exists</c></term>
/// <description><c>field</c>: the data contains the field, with any value.</description>
/// </item>
/// <item>
/// <term><c>custom_function</c></term>
/// <description>
/// <c>function</c> and any further parameters: the method with this name in its <see cref="ConditionAttribute"/> returns true.
/// </description>
/// </item>
/// </list>
/// </remarks>
/// <example>
/// The following rule dispatches the task <c>reports.generate</c> if the field <c>score</c> of the data is greater than 80.
/// <code>
/// var rules = ConditionSet.Parse("""
///     {
///       "high_priority": {
///         "type": "value_greater_than", "params": { "field": "score", "threshold": 80 },
///         "task": "reports.generate", "task_params": { "type": "urgent" }
///       }
///     }
///     """);
/// </code>
/// </example>
public sealed class ConditionSet
{
    private const string Type = "type";
    private const string Parameters = "params";
    private const string Task = "task";
    private const string Arguments = "task_params";

    private static readonly ImmutableArray<string> Keys = [Type, Parameters, Task, Arguments];
    private static readonly JsonElement NoArguments = JsonElement.Parse("{}");

    private ConditionSet(IReadOnlyList<ConditionRule> rules) => Rules = rules;

    /// <summary>The rules, in the order of the JSON object.</summary>
    internal IReadOnlyList<ConditionRule> Rules { get; }

    /// <summary>Parses rules from a JSON string.</summary>
    /// <param name="json">A JSON object with the rules. Comments and trailing commas are accepted.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ConditionException">The string is not a JSON object with rules. The message lists all problems.</exception>
    /// <remarks>The types, tasks, and functions that the rules name are checked when the rules are used.</remarks>
    public static ConditionSet Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(ConditionJson.Parse(json, "rules"));
    }

    /// <summary>Reads rules from a JSON element.</summary>
    /// <param name="json">A JSON object with the rules. It is copied, so its document can be disposed of.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ConditionException">The element is not a JSON object with rules. The message lists all problems.</exception>
    /// <remarks>The types, tasks, and functions that the rules name are checked when the rules are used.</remarks>
    public static ConditionSet Parse(JsonElement json)
    {
        var errors = new ConditionErrors();
        List<ConditionRule> rules = [];
        if (json.ValueKind != JsonValueKind.Object)
        {
            errors.Add("the rules must be one JSON object in which each property is a rule");
        }
        else
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (name, rule) in ConditionJson.Members(json.Clone()))
            {
                if (!names.Add(name))
                {
                    errors.Add(name, "the name of the rule appears more than once");
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
            errors.Add(name, $"the rule must be a JSON object with the properties {string.Join(", ", Keys)}");
            return new ConditionRule(name, "", NoArguments, "", NoArguments);
        }

        var parts = new ConditionParts(name, rule, errors);
        var read = new ConditionRule(
            name, parts.Text(Type), parts.Object(Parameters), parts.Text(Task), parts.Object(Arguments, NoArguments));
        parts.Expect(Keys.AsSpan());
        return read;
    }
}

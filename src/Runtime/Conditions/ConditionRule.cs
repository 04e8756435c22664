using System.Text.Json;

namespace TaskGen.Conditions;

/// <summary>Represents a rule: a condition, and the task that is dispatched if the condition is met.</summary>
/// <param name="Name">The name of the rule.</param>
/// <param name="Type">The type of the condition, such as <c>value_equals</c>.</param>
/// <param name="Parameters">The parameters of the condition, a JSON object.</param>
/// <param name="Task">The wire name of the task.</param>
/// <param name="Arguments">The arguments of the task, a JSON object.</param>
internal sealed record ConditionRule(string Name, string Type, JsonElement Parameters, string Task, JsonElement Arguments);

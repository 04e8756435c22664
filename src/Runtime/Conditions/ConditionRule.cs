using System.Text.Json;

namespace TaskGen.Conditions;

/// <summary>One rule: which task is dispatched with which arguments where a condition holds.</summary>
/// <param name="Name">The name of the rule.</param>
/// <param name="Type">The type of its condition.</param>
/// <param name="Parameters">What the condition is given: an object.</param>
/// <param name="Task">The task's name on the wire.</param>
/// <param name="Arguments">The task's arguments: an object.</param>
internal sealed record ConditionRule(string Name, string Type, JsonElement Parameters, string Task, JsonElement Arguments);

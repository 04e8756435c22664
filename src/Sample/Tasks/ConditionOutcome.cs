namespace TaskGen.Sample;

/// <summary>Represents a task that was dispatched because the condition of a rule was met.</summary>
/// <param name="Condition">The name of the rule.</param>
/// <param name="Task">The name of the task.</param>
/// <param name="TaskId">The id of the task.</param>
/// <param name="Status">The status, which is always <c>scheduled</c>.</param>
public sealed record ConditionOutcome(string Condition, string Task, TaskId TaskId, string Status);

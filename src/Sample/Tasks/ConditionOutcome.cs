namespace TaskGen.Sample;

/// <summary>A task that was dispatched because a rule held.</summary>
/// <param name="Condition">The name of the rule.</param>
/// <param name="Task">The task's name.</param>
/// <param name="TaskId">The task.</param>
/// <param name="Status">What became of it: <c>scheduled</c>.</param>
public sealed record ConditionOutcome(string Condition, string Task, TaskId TaskId, string Status);

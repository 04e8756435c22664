namespace TaskGen;

/// <summary>Represents a task that was dispatched because the condition of a rule was met.</summary>
/// <param name="Condition">The name of the rule.</param>
/// <param name="TaskName">The wire name of the task.</param>
/// <param name="Handle">The handle of the dispatched task.</param>
public sealed record ScheduledTask(string Condition, string TaskName, TaskHandle Handle)
{
    /// <summary>Gets the id of the dispatched task.</summary>
    public TaskId TaskId => Handle.Id;
}

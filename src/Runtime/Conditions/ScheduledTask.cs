namespace TaskGen;

/// <summary>A task that was dispatched because a condition held.</summary>
/// <param name="Condition">The name of the rule.</param>
/// <param name="TaskName">The task's name on the wire.</param>
/// <param name="Handle">The handle of the dispatched task.</param>
public sealed record ScheduledTask(string Condition, string TaskName, TaskHandle Handle)
{
    /// <summary>The id of the dispatched task.</summary>
    public TaskId TaskId => Handle.Id;
}

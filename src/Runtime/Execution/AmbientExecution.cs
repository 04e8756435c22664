namespace TaskGen.Execution;

/// <summary>
/// Provides the task execution in which the current code runs, if there is one. A dispatch uses it to determine the parent task, and a wait
/// for another task uses it to release the concurrency slot.
/// </summary>
internal static class AmbientExecution
{
    private static readonly AsyncLocal<IAmbientExecution?> Executions = new();

    /// <summary>
    /// The current execution. It is null outside an execution and after the execution has ended, so that code that is still running after
    /// the task method returned does not belong to the execution.
    /// </summary>
    public static IAmbientExecution? Current => Executions.Value is { HasEnded: false } execution ? execution : null;

    public static void Enter(IAmbientExecution? execution) => Executions.Value = execution;
}

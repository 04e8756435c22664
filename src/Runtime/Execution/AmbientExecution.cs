namespace TaskGen.Execution;

/// <summary>
/// The execution in which the current code runs, if there is one. A dispatch determines its parent from it, and a wait releases its
/// concurrency slot.
/// </summary>
internal static class AmbientExecution
{
    private static readonly AsyncLocal<IAmbientExecution?> Executions = new();

    /// <summary>
    /// The current execution. It is null outside an execution and after the execution has ended, so that code that outlives its handler
    /// belongs to no execution.
    /// </summary>
    public static IAmbientExecution? Current => Executions.Value is { HasEnded: false } execution ? execution : null;

    public static void Enter(IAmbientExecution? execution) => Executions.Value = execution;
}

namespace TaskGen.Execution;

/// <summary>
/// The execution that the current code runs in, if it runs in one: by it a dispatch knows its parent, and a wait gives its concurrency slot
/// back.
/// </summary>
internal static class AmbientExecution
{
    private static readonly AsyncLocal<IAmbientExecution?> Executions = new();

    /// <summary>Null outside an execution, and after it has ended: what outlives its handler is on its own.</summary>
    public static IAmbientExecution? Current => Executions.Value is { HasEnded: false } execution ? execution : null;

    public static void Enter(IAmbientExecution? execution) => Executions.Value = execution;
}

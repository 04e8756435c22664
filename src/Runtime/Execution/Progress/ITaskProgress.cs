namespace TaskGen;

/// <summary>
/// Says how far the running task has come. Reporting is cheap, never waits and never fails: reports closer together than
/// <see cref="TaskAttribute.ProgressIntervalSeconds"/> are folded into the latest, and the last one always arrives.
/// </summary>
public interface ITaskProgress
{
    /// <summary>Replaces what was reported before.</summary>
    /// <param name="current">How much is done.</param>
    /// <param name="total">How much there is, where that is known.</param>
    /// <param name="status">What the task is doing, in words.</param>
    void Report(long current, long? total = null, string? status = null);
}

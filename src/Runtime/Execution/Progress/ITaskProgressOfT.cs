namespace TaskGen;

/// <summary>Says how far the running task has come, with a detail of its own type.</summary>
/// <typeparam name="TDetail">A type that can be serialised like a payload.</typeparam>
public interface ITaskProgress<in TDetail> : ITaskProgress
{
    /// <summary>Replaces what was reported before.</summary>
    /// <param name="current">How much is done.</param>
    /// <param name="total">How much there is, where that is known.</param>
    /// <param name="status">What the task is doing, in words.</param>
    /// <param name="detail">The detail; it is serialised when the report leaves the worker.</param>
    void Report(long current, long? total, string? status, TDetail detail);
}

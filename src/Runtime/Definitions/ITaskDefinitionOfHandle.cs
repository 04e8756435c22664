using System.ComponentModel;

namespace TaskGen;

/// <summary>A task definition that also knows the type of its handles.</summary>
/// <typeparam name="TArgs">The payload.</typeparam>
/// <typeparam name="TResult">What the task returns.</typeparam>
/// <typeparam name="THandle">What a dispatch of it returns.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskDefinition<TArgs, TResult, THandle> : ITaskDefinition<TArgs, TResult>
    where THandle : TaskHandle
{
    /// <summary>Makes the handle of one dispatch.</summary>
    /// <param name="source">What the handle reads from.</param>
    /// <param name="id">The task.</param>
    /// <param name="wasDeduplicated">Whether the dispatch joined a task that was there.</param>
    /// <returns>The handle.</returns>
    static abstract THandle CreateHandle(ITaskHandleSource source, TaskId id, bool wasDeduplicated);
}

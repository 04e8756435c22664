using System.ComponentModel;

namespace TaskGen;

/// <summary>Describes a task to the runtime, including the type of its handles.</summary>
/// <typeparam name="TArgs">The payload type of the task.</typeparam>
/// <typeparam name="TResult">The result type of the task.</typeparam>
/// <typeparam name="THandle">The handle type of the task.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskDefinition<TArgs, TResult, THandle> : ITaskDefinition<TArgs, TResult>
    where THandle : TaskHandle
{
    /// <summary>Creates the handle for one dispatch.</summary>
    /// <param name="source">The source of the state, result, and progress of the task.</param>
    /// <param name="id">The id of the task.</param>
    /// <param name="wasDeduplicated">
    /// <see langword="true"/> if the dispatch joined an existing task; otherwise, <see langword="false"/>.
    /// </param>
    /// <returns>The handle.</returns>
    static abstract THandle CreateHandle(ITaskHandleSource source, TaskId id, bool wasDeduplicated);
}

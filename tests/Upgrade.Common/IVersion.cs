using TaskGen;

namespace Upgrade.Common;

/// <summary>One version of the application.</summary>
public interface IVersion
{
    /// <summary>Adds its tasks.</summary>
    void AddTasks(TaskGenBuilder builder);

    /// <summary>Dispatches tasks of one kind, as this version knows them.</summary>
    /// <param name="tasks">The client.</param>
    /// <param name="kind">Which kind; see <see cref="Kinds"/>.</param>
    /// <param name="number">Told to the task and part of what it returns.</param>
    /// <param name="failsOn">The version whose workers are to fail where the task knows failures.</param>
    IAsyncEnumerable<Dispatched> ProduceAsync(ITaskClient tasks, string kind, int number, string failsOn);

    /// <summary>Waits for a receipt and reads it with the types of this version.</summary>
    Task<string> ReadReceiptAsync(ITaskClient tasks, TaskId id);
}

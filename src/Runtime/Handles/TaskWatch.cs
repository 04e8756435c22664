using System.Threading.Channels;
using TaskGen.Brokers;

namespace TaskGen.Handles;

/// <summary>
/// Represents one caller that waits for one task. It keeps only the latest record of the task; earlier unread records are dropped.
/// </summary>
internal sealed class TaskWatch(QueueWatcher owner, Guid id) : IDisposable
{
    private readonly Channel<TaskRecord?> _latest = Channel.CreateBounded<TaskRecord?>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public Guid Id { get; } = id;

    /// <summary>Waits for the next version of the task's record. The result is null if the broker has no record of the task.</summary>
    public async ValueTask<TaskRecord?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _latest.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(ITaskClient), "The client was disposed while a caller was waiting for a task.");
        }
    }

    public void Observe(TaskRecord? record) => _latest.Writer.TryWrite(record);

    public void Close() => _latest.Writer.TryComplete();

    public void Dispose() => owner.Unwatch(this);
}

using System.Threading.Channels;
using TaskGen.Brokers;

namespace TaskGen.Handles;

/// <summary>One wait for one task. Keeps the latest observation until it is taken; earlier ones are of no use.</summary>
internal sealed class TaskWatch(QueueWatcher owner, Guid id) : IDisposable
{
    private readonly Channel<TaskRecord?> _latest = Channel.CreateBounded<TaskRecord?>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    public Guid Id { get; } = id;

    /// <summary>The next observation; null where the broker knows no such task.</summary>
    public async ValueTask<TaskRecord?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _latest.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (ChannelClosedException)
        {
            throw new ObjectDisposedException(nameof(ITaskClient), "The client was disposed while something waited for a task.");
        }
    }

    public void Observe(TaskRecord? record) => _latest.Writer.TryWrite(record);

    public void Close() => _latest.Writer.TryComplete();

    public void Dispose() => owner.Unwatch(this);
}

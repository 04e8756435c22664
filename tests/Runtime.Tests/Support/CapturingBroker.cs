using System.Threading.Channels;
using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>Keeps every task that is enqueued, with its queue, and passes it on.</summary>
internal sealed class CapturingBroker(IBroker inner) : DelegatingBroker(inner)
{
    private readonly Channel<(string Queue, NewTask Task)> _enqueued = Channel.CreateUnbounded<(string Queue, NewTask Task)>();

    public ChannelReader<(string Queue, NewTask Task)> Enqueued => _enqueued.Reader;

    public override ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(
        string queue, EnqueueBatch batch, CancellationToken cancellationToken)
    {
        foreach (var task in batch.Tasks)
        {
            _enqueued.Writer.TryWrite((queue, task));
        }

        return base.EnqueueAsync(queue, batch, cancellationToken);
    }
}

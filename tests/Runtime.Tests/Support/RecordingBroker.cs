using System.Collections.Concurrent;
using System.Text;
using TaskGen.Brokers;

namespace TaskGen.Tests;

/// <summary>Notes what passes, and holds lease replies back where a test wants it.</summary>
internal sealed class RecordingBroker(IBroker inner, TimeProvider time) : DelegatingBroker(inner)
{
    private readonly ConcurrentQueue<(DateTimeOffset At, string Report)> _reports = new();
    private readonly ConcurrentQueue<WorkerIncarnation> _joined = new();
    private readonly ConcurrentQueue<Settlement> _settled = new();
    private int _watches;
    private int _reads;
    private int _batches;

    public int Watches => Volatile.Read(ref _watches);

    public int Reads => Volatile.Read(ref _reads);

    public int Batches => Volatile.Read(ref _batches);

    public IReadOnlyList<(DateTimeOffset At, string Report)> Reports => [.. _reports];

    public IReadOnlyList<WorkerIncarnation> Joined => [.. _joined];

    public IReadOnlyList<Settlement> Settled => [.. _settled];

    /// <summary>Where set, a lease reply that brings tasks is announced here and then waits for <see cref="LetReplyGo"/>.</summary>
    public TaskCompletionSource? ReplyHeld { get; set; }

    public TaskCompletionSource LetReplyGo { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override ValueTask<IReadOnlyList<EnqueueOutcome>> EnqueueAsync(
        string queue, EnqueueBatch batch, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _batches);
        return base.EnqueueAsync(queue, batch, cancellationToken);
    }

    public override ValueTask JoinAsync(string queue, WorkerIncarnation worker, TimeSpan lease, CancellationToken cancellationToken)
    {
        _joined.Enqueue(worker);
        return base.JoinAsync(queue, worker, lease, cancellationToken);
    }

    public override async ValueTask<LeaseReply> LeaseAsync(string queue, LeaseRequest request, CancellationToken cancellationToken)
    {
        foreach (var settlement in request.Finished)
        {
            _settled.Enqueue(settlement);
        }

        var reply = await base.LeaseAsync(queue, request, cancellationToken);
        if (reply.Tasks.Count > 0 && ReplyHeld is { } held)
        {
            ReplyHeld = null;
            held.SetResult();
            await LetReplyGo.Task;
        }

        return reply;
    }

    public override ValueTask<IReadOnlyList<bool>> ReportProgressAsync(
        string queue, WorkerIncarnation worker, IReadOnlyList<ProgressUpdate> updates, CancellationToken cancellationToken)
    {
        foreach (var update in updates)
        {
            _reports.Enqueue((time.GetUtcNow(), Encoding.UTF8.GetString(update.Progress.Span)));
        }

        return base.ReportProgressAsync(queue, worker, updates, cancellationToken);
    }

    public override ValueTask<IReadOnlyList<TaskRecord?>> ReadAsync(
        string queue, IReadOnlyList<Guid> ids, IBrokerWatch? watch, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        return base.ReadAsync(queue, ids, watch, cancellationToken);
    }

    public override ValueTask<IBrokerWatch> WatchAsync(Action<TaskId> changed, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _watches);
        return base.WatchAsync(changed, cancellationToken);
    }
}

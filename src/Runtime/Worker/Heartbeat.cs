using System.Diagnostics;

namespace TaskGen.Worker;

/// <summary>
/// Renews all leases of a worker (on tasks and on resources) three times per lease duration. It uses a separate thread, so that the worker
/// keeps its leases even if task methods block all threads of the pool. It measures real time instead of using the injected clock, because
/// a heartbeat proves that the process is alive.
/// </summary>
internal sealed class Heartbeat(TimeSpan interval, IReadOnlyList<QueueHeartbeat> queues, ResourceLeases resources) : IDisposable
{
    private const int RetriesInInterval = 5;

    private static readonly TimeSpan JoinTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The minimum time between two heartbeats, so that many cancellation requests do not cause too many broker calls.</summary>
    private static readonly TimeSpan LeastGap = TimeSpan.FromMilliseconds(10);

    private readonly ManualResetEventSlim _wake = new();
    private readonly ManualResetEventSlim _end = new();
    private Thread? _thread;
    private volatile bool _stopped;

    public void Start()
    {
        _thread = new Thread(Run) { IsBackground = true, Name = "TaskGen heartbeat", Priority = ThreadPriority.AboveNormal };
        _thread.UnsafeStart();
    }

    /// <summary>Sends a heartbeat immediately, because a cancellation was requested.</summary>
    public void Wake() => _wake.Set();

    /// <summary>
    /// Stops the heartbeat thread. If the thread is waiting for a broker that does not reply, it ends later, when the call ends.
    /// </summary>
    public void Dispose()
    {
        _stopped = true;
        _end.Set();
        _wake.Set();
        if (_thread is null || _thread.Join(JoinTimeout))
        {
            _wake.Dispose();
            _end.Dispose();
        }
    }

    private void Run()
    {
        var wait = interval;
        var (renewedAt, renewed) = (Stopwatch.GetTimestamp(), true);
        while (!_stopped)
        {
            _wake.Wait(wait);
            _wake.Reset();
            wait = interval;
            foreach (var queue in queues)
            {
                if (_stopped)
                {
                    return;
                }

                // After a heartbeat without a reply, the next one is sent earlier than usual, so that the lease is renewed well before it
                // expires.
                wait = queue.Beat() ? wait : interval / RetriesInInterval;
            }

            // If the thread was woken because of a cancellation request, resource leases are renewed only if their renewal is due.
            if (!renewed || Stopwatch.GetElapsedTime(renewedAt) >= interval / 2)
            {
                (renewedAt, renewed) = (Stopwatch.GetTimestamp(), resources.Beat());
                wait = renewed ? wait : interval / RetriesInInterval;
            }

            _end.Wait(LeastGap);
        }
    }
}

using System.Diagnostics;

namespace TaskGen.Worker;

/// <summary>
/// Renews all leases of a worker, on its queues and on resources, at a third of their duration, on a thread of its own: handlers that block
/// every thread of the pool must not cost a lease. Its pace is real time, because what it proves is that this process is alive.
/// </summary>
internal sealed class Heartbeat(TimeSpan interval, IReadOnlyList<QueueHeartbeat> queues, ResourceLeases resources) : IDisposable
{
    private const int RetriesInInterval = 5;

    private static readonly TimeSpan JoinTimeout = TimeSpan.FromSeconds(2);

    /// <summary>However many cancels come, a broker is not asked more often for them.</summary>
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

    /// <summary>Beats at once: somebody asked for a cancel.</summary>
    public void Wake() => _wake.Set();

    /// <summary>Ends the thread. One that waits for a broker which does not answer is left to end by itself.</summary>
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

                // A reply that was lost must not cost a third of the lease.
                wait = queue.Beat() ? wait : interval / RetriesInInterval;
            }

            // A cancel that woke it is no reason to renew these before it is time.
            if (!renewed || Stopwatch.GetElapsedTime(renewedAt) >= interval / 2)
            {
                (renewedAt, renewed) = (Stopwatch.GetTimestamp(), resources.Beat());
                wait = renewed ? wait : interval / RetriesInInterval;
            }

            _end.Wait(LeastGap);
        }
    }
}

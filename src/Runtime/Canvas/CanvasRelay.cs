using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TaskGen.Brokers;
using TaskGen.Telemetry;

namespace TaskGen.Canvases;

/// <summary>
/// Carries out the deliveries that are recorded in queues: reports ended tasks to their canvases, enqueues the tasks of canvases, and
/// cancels tasks. Each process has one relay, which can work on any queue. If a delivery was requested but not confirmed, the broker
/// returns it again.
/// </summary>
internal sealed class CanvasRelay(ICanvasBroker broker, CanvasCarrier carrier, BrokerOutage outage, ILogger logger)
    : ICanvasRelay, IAsyncDisposable, IDisposable
{
    private const int PageSize = 50;

    private readonly ConcurrentDictionary<string, QueueState> _queues = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _closed = new();

    public void Kick(string queue)
    {
        if (_closed.IsCancellationRequested)
        {
            return;
        }

        var state = _queues.GetOrAdd(queue, static _ => new QueueState());
        if (state.Kick())
        {
            ThreadPool.UnsafeQueueUserWorkItem(
                static all => all.Self.Run(all.Queue, all.State), (Self: this, Queue: queue, State: state), preferLocal: false);
        }
    }

    public void Dispose() => _closed.Cancel();

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync().ConfigureAwait(false);

        // The broker is disposed next, so all calls to it must have ended before that.
        await Task.WhenAll(_queues.Values.Select(static state => state.Running)).ConfigureAwait(false);
    }

    private void Run(string queue, QueueState state) => state.Running = RunAsync(queue, state);

    private async Task RunAsync(string queue, QueueState state)
    {
        do
        {
            try
            {
                await DeliverAllAsync(queue).ConfigureAwait(false);
                outage.OnSucceeded($"delivery from queue '{queue}'");
            }
            catch (OperationCanceledException) when (_closed.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is TaskBrokerException or BrokerUnknownException)
            {
                outage.OnFailed($"delivery from queue '{queue}'", exception);
            }
            catch (Exception exception)
            {
                // The broker returns the unconfirmed deliveries again later, and maintenance wakes the relay to carry them out.
                LogMessages.DeliveryFailed(logger, queue, exception);
            }
        }
        while (!state.TryRest());
    }

    private async Task DeliverAllAsync(string queue)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> done = [];
        while (true)
        {
            var reply = await broker.DeliverAsync(queue, new DeliveryRequest(done, PageSize), _closed.Token).ConfigureAwait(false);
            if (reply.Deliveries.Count == 0 && !reply.More)
            {
                return;
            }

            done = await carrier.CarryAsync(queue, reply.Deliveries, Kick, _closed.Token).ConfigureAwait(false);
        }
    }

    /// <summary>Tracks whether the relay is working on a queue, and whether more work was announced after the relay started.</summary>
    private sealed class QueueState
    {
        private const int Resting = 0;
        private const int Working = 1;
        private const int Kicked = 2;

        private int _state;

        public Task Running { get; set; } = Task.CompletedTask;

        /// <returns><see langword="true"/> if the caller must start the work; otherwise, <see langword="false"/>.</returns>
        public bool Kick() => Interlocked.Exchange(ref _state, Kicked) == Resting;

        /// <summary>Ends the work on the queue, unless <see cref="Kick"/> was called after the work started.</summary>
        public bool TryRest()
        {
            if (Interlocked.CompareExchange(ref _state, Resting, Working) == Working)
            {
                return true;
            }

            Volatile.Write(ref _state, Working);
            return false;
        }
    }
}

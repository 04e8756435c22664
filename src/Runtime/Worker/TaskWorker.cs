using Microsoft.Extensions.Hosting;
using TaskGen.Telemetry;

namespace TaskGen.Worker;

/// <summary>Represents the hosted service that executes tasks. It owns the components of all queues of this worker.</summary>
internal sealed class TaskWorker : ITaskWorkerStatus, IHostedService, IAsyncDisposable, IDisposable
{
    private static readonly TimeSpan ReleasePatience = TimeSpan.FromSeconds(5);

    private readonly WorkerServices _services;
    private readonly List<QueueWorker> _queues;
    private readonly Heartbeat _heartbeat;
    private volatile bool _started;

    public TaskWorker(WorkerServices services)
    {
        _services = services;
        Heartbeat? heartbeat = null;
        _queues = [.. services.Worker.Queues.Select(queue => new QueueWorker(services, queue.Key, queue.Value, () => heartbeat?.Wake()))];
        _heartbeat = heartbeat = new Heartbeat(
            services.Worker.LeaseDuration / 3, [.. _queues.Select(static queue => queue.Heartbeat)], services.Resources);
    }

    public bool IsReady => _started && _queues.TrueForAll(static queue => queue.IsReady);

    private string QueueNames => string.Join(", ", _services.Worker.Queues.Keys);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var isAvailable = true;
        try
        {
            foreach (var queue in _queues)
            {
                isAvailable = await queue.StartAsync(isAvailable, cancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            // If a queue cannot be started, the worker stops all its queues, because it serves all of them or none.
            await Task.WhenAll(_queues.Select(queue => queue.StopAsync(cancellationToken))).ConfigureAwait(false);
            throw;
        }

        _heartbeat.Start();
        _started = true;
        if (!isAvailable)
        {
            LogMessages.WorkerWaits(_services.Logger, _services.Worker.Name, QueueNames);
        }

        _ = OnRegisteredAsync();
    }

    /// <summary>Stops the worker. The heartbeat continues until all tasks have been settled or returned to their queues.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_started)
        {
            return;
        }

        _started = false;
        try
        {
            var handedBack = await Task.WhenAll(_queues.Select(queue => queue.StopAsync(cancellationToken))).ConfigureAwait(false);

            // All executions have ended, but the releases of their resource leases can still be in progress.
            using var limit = new CancellationTokenSource(ReleasePatience, TimeProvider.System);
            await _services.Resources.StopAsync(limit.Token).ConfigureAwait(false);
            LogMessages.WorkerStopped(_services.Logger, _services.Worker.Name, handedBack.Sum());
        }
        finally
        {
            _heartbeat.Dispose();
        }
    }

    /// <summary>Disposes the worker. If it was not stopped before, running tasks are returned to their queues immediately.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _queues.ForEach(static queue => queue.Close());
    }

    private async Task OnRegisteredAsync()
    {
        await Task.WhenAll(_queues.Select(static queue => queue.Registered)).ConfigureAwait(false);
        StartReport.Write(_services);
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();
}

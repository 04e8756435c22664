using System.Globalization;
using TaskGen.Brokers;
using TaskGen.Definitions;
using TaskGen.Primitives;

namespace TaskGen.Client;

/// <summary>Creates the exception for a wait that ended before its task. The message states the state of the task and its cause.</summary>
/// <param name="broker">The broker that stores the task.</param>
/// <param name="table">The tasks that this process knows, for the names of their queues.</param>
/// <param name="worker">The options of the worker in this process; <see langword="null"/> if there is none.</param>
/// <param name="options">The options of the host.</param>
internal sealed class UnfinishedTasks(IQueueBroker broker, TaskTable table, WorkerOptions? worker, TaskGenOptions options)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="id">The id of the task.</param>
    /// <param name="record">The last record that was read; <see langword="null"/> if none was read.</param>
    /// <param name="timeout">The timeout of the wait.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public async Task<TimeoutException> DescribeAsync(TaskId id, TaskRecord? record, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var ended = timeout == TimeSpan.Zero ? $"Task {id} has not ended." : $"Task {id} did not finish within {Durations.Show(timeout)}.";
        var state = record switch
        {
            null => "Its state could not be read, because the broker did not reply in time.",
            { State: TaskState.Pending } => await DescribePendingAsync(id.Queue, cancellationToken).ConfigureAwait(false),
            { State: TaskState.Running, WorkerId: { } running } =>
                $"It is Running (attempt {record.Attempt} of {record.MaxAttempts}) in worker '{running}'.",
            { DueAt: { } due } => $"It is {record.State} until {due.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}.",
            _ => $"It is {record.State}.",
        };
        return new TimeoutException(
            $"{ended} {state} It was not canceled and may still run. Call CancelAsync if its result is no longer needed.");
    }

    private async Task<string> DescribePendingAsync(string queue, CancellationToken cancellationToken)
    {
        int workers;
        try
        {
            workers = await broker.CountWorkersAsync(queue, cancellationToken).AsTask().WaitAsync(Patience, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TaskGenException or TimeoutException)
        {
            // The broker has become unavailable since the record was read. Only the state is known.
            return "It is Pending.";
        }

        return workers > 0
            ? $"It is Pending: it waits in queue '{queue}', which {workers} worker(s) serve."
            : $"It is Pending, and no live worker serves queue {NearNames.Quote(queue, Queues())} in namespace '{options.Namespace}'. "
                + $"Start a worker with AddWorker(w => w.Queue(\"{queue}\")), or correct the name of the queue.";
    }

    private IEnumerable<string> Queues() => table.Entries.Select(static entry => entry.Defaults.Queue)
        .Concat(worker?.Queues.Keys ?? [])
        .Distinct(StringComparer.Ordinal);
}

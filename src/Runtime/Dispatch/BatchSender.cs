using TaskGen.Brokers;
using TaskGen.Telemetry;

namespace TaskGen.Dispatch;

/// <summary>Sends tasks to the broker in batches, and sends a batch again if the broker does not reply.</summary>
/// <param name="broker">The broker to which the tasks are sent.</param>
/// <param name="time">The clock that measures the delays between requests.</param>
/// <param name="metrics">The metrics that count the enqueued tasks.</param>
/// <param name="repeats">The policy that specifies how often a batch is sent before its outcome is reported as unknown.</param>
internal sealed class BatchSender(IQueueBroker broker, TimeProvider time, TaskGenMetrics metrics, RepeatPolicy repeats)
{
    private readonly BatchNumbers _numbers = new(time);

    /// <summary>Divides items into batches of the size that the broker recommends, in the order of the items.</summary>
    /// <param name="items">
    /// The items to send. All tasks must be for the same queue, and either all or none of them must have a record (a stored state and
    /// result).
    /// </param>
    /// <param name="taskOf">The function that returns the task of an item.</param>
    public IEnumerable<T[]> InBatches<T>(List<T> items, Func<T, NewTask> taskOf) =>
        broker.LargestBatch(items.Count > 0 && taskOf(items[0]).HasRecord).Split(items, taskOf);

    /// <summary>Sends tasks to one queue, in as many batches as necessary.</summary>
    /// <returns>The outcomes, in the order of the tasks.</returns>
    /// <exception cref="TaskEnqueueUnknownException">It is unknown whether a batch was enqueued.</exception>
    /// <exception cref="TaskBrokerException">The broker refused a batch.</exception>
    public Task<IReadOnlyList<EnqueueOutcome>> SendAsync(string queue, List<NewTask> tasks, CancellationToken cancellationToken) =>
        tasks.Count == 1 ? SendBatchAsync(queue, tasks, cancellationToken) : SendAllAsync(queue, tasks, cancellationToken);

    /// <summary>Sends tasks to one queue in one batch.</summary>
    /// <inheritdoc cref="SendAsync"/>
    public async Task<IReadOnlyList<EnqueueOutcome>> SendBatchAsync(
        string queue, IReadOnlyList<NewTask> tasks, CancellationToken cancellationToken)
    {
        var batch = new EnqueueBatch(_numbers.Producer, _numbers.Next(queue), tasks);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var outcomes = await broker.EnqueueAsync(queue, batch, cancellationToken).ConfigureAwait(false);
                Count(queue, tasks, outcomes);
                return outcomes;
            }
            catch (BrokerUnknownException) when (tries < repeats.MaxTries)
            {
                // The broker applies a batch with the same number only once, so it does not matter whether the first request was received.
                await repeats.WaitAsync(tries, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TaskGenException exception) when (exception is BrokerUnknownException || (exception is TaskBrokerException && tries > 1))
            {
                // The refused request changed nothing, but an earlier request whose reply was lost might have enqueued the tasks.
                throw new TaskEnqueueUnknownException([.. tasks.Select(task => new TaskId(task.Id, queue))], exception);
            }
        }
    }

    private async Task<IReadOnlyList<EnqueueOutcome>> SendAllAsync(string queue, List<NewTask> tasks, CancellationToken cancellationToken)
    {
        var sent = new List<EnqueueOutcome>();
        try
        {
            foreach (var batch in InBatches(tasks, static task => task))
            {
                var outcomes = await SendBatchAsync(queue, batch, cancellationToken).ConfigureAwait(false);
                if (batch.Length == tasks.Count)
                {
                    return outcomes;
                }

                sent.AddRange(outcomes);
            }
        }
        catch (TaskBrokerException exception) when (sent.Count > 0)
        {
            throw new TaskBrokerException(
                $"{sent.Count} tasks of this dispatch were enqueued. The broker refused the remaining tasks: {exception.Message}",
                exception);
        }

        return sent;
    }

    // All tasks of a dispatch have the same name, but the canvas relay can send tasks with different names.
    private void Count(string queue, IReadOnlyList<NewTask> tasks, IReadOnlyList<EnqueueOutcome> outcomes)
    {
        for (var next = 0; next < outcomes.Count;)
        {
            var (name, first, joined) = (tasks[next].Name, next, 0);
            for (; next < outcomes.Count && tasks[next].Name == name; next++)
            {
                joined += outcomes[next].Joined ? 1 : 0;
            }

            metrics.Enqueued(name, queue, next - first - joined, joined);
        }
    }
}

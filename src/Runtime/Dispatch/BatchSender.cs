using TaskGen.Brokers;
using TaskGen.Telemetry;

namespace TaskGen.Dispatch;

/// <summary>Sends tasks to the broker in batches, and repeats a batch that the broker does not answer.</summary>
/// <param name="broker">The broker.</param>
/// <param name="time">Measures the waits.</param>
/// <param name="metrics">Counts what was enqueued.</param>
/// <param name="repeats">How often a batch is sent until its outcome is unknown.</param>
internal sealed class BatchSender(IQueueBroker broker, TimeProvider time, TaskGenMetrics metrics, RepeatPolicy repeats)
{
    private readonly BatchNumbers _numbers = new(time);

    /// <summary>Cuts what is to be sent into batches, in order.</summary>
    /// <param name="items">What is to be sent; all of it to one queue, and all with a record or all without.</param>
    /// <param name="taskOf">The task of an item.</param>
    public IEnumerable<T[]> InBatches<T>(List<T> items, Func<T, NewTask> taskOf) =>
        broker.LargestBatch(items.Count > 0 && taskOf(items[0]).HasRecord).Split(items, taskOf);

    /// <summary>Sends tasks to one queue, in as many batches as they take.</summary>
    /// <returns>The outcomes, in the order of the tasks.</returns>
    /// <exception cref="TaskEnqueueUnknownException">It is not known whether a batch was enqueued.</exception>
    /// <exception cref="TaskBrokerException">The broker refused.</exception>
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
                // The same batch under the same number: applied once, whether or not the first one arrived.
                await repeats.WaitAsync(tries, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TaskGenException exception) when (exception is BrokerUnknownException || (exception is TaskBrokerException && tries > 1))
            {
                // A refusal changed nothing itself; the try before it, whose reply was lost, may have.
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
                $"{sent.Count} tasks of this dispatch were enqueued, then the broker refused: {exception.Message}", exception);
        }

        return sent;
    }

    // A dispatch sends tasks of one name, the relay tasks of several.
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

namespace TaskGen.Brokers.Redis;

/// <summary>Represents a batch of tasks that waits to be sent to Redis. It completes the outcomes that the caller awaits.</summary>
internal sealed class WaitingBatch(EnqueueBatch batch)
{
    private const int WeightOfRecord = 4;

    private readonly TaskCompletionSource<IReadOnlyList<EnqueueOutcome>> _outcomes = new(
        TaskCreationOptions.RunContinuationsAsynchronously);

    public EnqueueBatch Batch => batch;

    public long Bytes { get; } = batch.Tasks.Sum(static task => (long)task.Envelope.Length);

    /// <summary>
    /// Gets the weight of the batch, in the number of tasks without a record. A task with a record counts as four, because the server takes
    /// several times as long to enqueue it.
    /// </summary>
    public int Weight { get; } = batch.Tasks.Sum(static task => task.HasRecord ? WeightOfRecord : 1);

    public Task<IReadOnlyList<EnqueueOutcome>> Outcomes => _outcomes.Task;

    public void Complete(Func<IReadOnlyList<EnqueueOutcome>> read)
    {
        try
        {
            _outcomes.TrySetResult(read());
        }
        catch (Exception exception)
        {
            _outcomes.TrySetException(exception);
        }
    }
}

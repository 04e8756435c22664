namespace TaskGen.Brokers.Redis;

/// <summary>A batch that waits for its call, and the caller who waits for its outcomes.</summary>
internal sealed class WaitingBatch(EnqueueBatch batch)
{
    private const int WeightOfRecord = 4;

    private readonly TaskCompletionSource<IReadOnlyList<EnqueueOutcome>> _outcomes = new(
        TaskCreationOptions.RunContinuationsAsynchronously);

    public EnqueueBatch Batch => batch;

    public long Bytes { get; } = batch.Tasks.Sum(static task => (long)task.Envelope.Length);

    /// <summary>How much of a call it fills, in plain tasks: one that keeps a record costs the server several times as much.</summary>
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

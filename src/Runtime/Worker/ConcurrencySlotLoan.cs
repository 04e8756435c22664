namespace TaskGen.Worker;

/// <summary>
/// Represents the concurrency slot of one execution (the right to run one task of a queue in this worker). The execution holds the slot
/// while it runs, and releases it while it waits for other tasks.
/// </summary>
internal sealed class ConcurrencySlotLoan
{
    /// <summary>The number of waits for other tasks that the execution currently has in progress.</summary>
    public int Waits { get; set; }

    public bool IsHeld { get; set; } = true;

    public bool HasEnded { get; set; }

    /// <summary>
    /// The source of the task that completes when the execution has reacquired its slot; <see langword="null"/> if the slot is not being
    /// reacquired.
    /// </summary>
    public TaskCompletionSource? Returning { get; set; }
}

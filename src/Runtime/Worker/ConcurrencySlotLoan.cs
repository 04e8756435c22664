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

    /// <summary>Whether the token of the execution was canceled before its latest wait began.</summary>
    public bool WasStopped { get; set; }

    /// <summary>The request for a slot; <see langword="null"/> if the slot is not being reacquired.</summary>
    public SlotReturn? Returning { get; set; }
}

namespace TaskGen.Worker;

/// <summary>The concurrency slot of one execution: held while it runs, given back while it waits for other tasks.</summary>
internal sealed class ConcurrencySlotLoan
{
    /// <summary>How many waits the execution is in.</summary>
    public int Waits { get; set; }

    public bool IsHeld { get; set; } = true;

    public bool HasEnded { get; set; }

    /// <summary>Set while the slot is being taken back.</summary>
    public TaskCompletionSource? Returning { get; set; }
}

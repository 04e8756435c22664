namespace TaskGen.Worker;

/// <summary>
/// Represents the concurrency slot of one execution. The execution holds it while it runs and releases it while it waits for other tasks.
/// </summary>
internal sealed class ConcurrencySlotLoan
{
    /// <summary>The number of waits that the execution is in.</summary>
    public int Waits { get; set; }

    public bool IsHeld { get; set; } = true;

    public bool HasEnded { get; set; }

    /// <summary>Completes when the execution has its slot again; <see langword="null"/> unless the slot is being reacquired.</summary>
    public TaskCompletionSource? Returning { get; set; }
}

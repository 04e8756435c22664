namespace TaskGen.Worker;

/// <summary>
/// Represents the request of an execution whose wait has ended for a concurrency slot. <see cref="ConcurrencySlots"/> completes its task
/// when the execution has the slot.
/// </summary>
internal sealed class SlotReturn() : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>The place of the request in the waiting line; <see langword="null"/> if it is not in the line.</summary>
    public LinkedListNode<SlotReturn>? Place { get; set; }

    /// <summary>Whether the slot is granted without a wait, even if the concurrency is then exceeded.</summary>
    public bool IsHurried { get; set; }
}

namespace TaskGen.Worker;

/// <summary>
/// Releases the concurrency slot of an execution while it waits for other tasks, and reacquires a slot before the wait returns. If several
/// waits are in progress at the same time, the slot is released by the first one and reacquired after the last one. After the execution has
/// ended, no slot is reacquired.
/// </summary>
internal sealed class Parking(ConcurrencySlots slots)
{
    private readonly Lock _lock = new();

    /// <summary>
    /// Records that an execution starts to wait for other tasks, and releases its concurrency slot if this is its only wait.
    /// </summary>
    /// <returns><see langword="true"/> if a slot has become free; otherwise, <see langword="false"/>.</returns>
    public bool Park(ConcurrencySlotLoan loan)
    {
        lock (_lock)
        {
            // If the slot is not held, another wait has ended and is reacquiring it. When that code finds this new wait, it releases the
            // slot again.
            if (loan.HasEnded || loan.Waits++ > 0 || !loan.IsHeld)
            {
                return false;
            }

            loan.IsHeld = false;
        }

        slots.Release();
        return true;
    }

    /// <summary>Records that a wait of an execution has ended, and reacquires a concurrency slot if it was the last wait.</summary>
    /// <returns>
    /// <see langword="true"/> if a slot has become free, because the execution ended or started another wait before it could use the slot;
    /// otherwise, <see langword="false"/>.
    /// </returns>
    public async Task<bool> UnparkAsync(ConcurrencySlotLoan loan)
    {
        TaskCompletionSource returning;
        bool isFirst;
        lock (_lock)
        {
            if (--loan.Waits > 0 || loan.HasEnded || loan.IsHeld)
            {
                return false;
            }

            isFirst = loan.Returning is null;
            returning = loan.Returning ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        if (!isFirst)
        {
            // Another wait of the same execution is reacquiring the slot. One slot is enough for both.
            await returning.Task.ConfigureAwait(false);
            return false;
        }

        await slots.ReturnAsync().ConfigureAwait(false);
        bool keeps;
        lock (_lock)
        {
            loan.Returning = null;
            keeps = !loan.HasEnded && loan.Waits == 0;
            loan.IsHeld = keeps;
        }

        returning.SetResult();
        if (!keeps)
        {
            slots.Release();
        }

        return !keeps;
    }

    /// <summary>
    /// Records that the execution has ended, and releases its slot if it is held. A wait that ends later does not reacquire a slot.
    /// </summary>
    public void End(ConcurrencySlotLoan loan)
    {
        lock (_lock)
        {
            loan.HasEnded = true;
            if (!loan.IsHeld)
            {
                return;
            }

            loan.IsHeld = false;
        }

        slots.Release();
    }
}

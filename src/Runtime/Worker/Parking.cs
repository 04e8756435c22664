namespace TaskGen.Worker;

/// <summary>
/// Lends slots to executions and takes them back: once for any number of waits, and for ever when the execution ends. An execution has its
/// slot again before its last wait returns.
/// </summary>
internal sealed class Parking(ConcurrencySlots slots)
{
    private readonly Lock _lock = new();

    /// <summary>A wait begins.</summary>
    /// <returns>Whether a slot has become free.</returns>
    public bool Park(ConcurrencySlotLoan loan)
    {
        lock (_lock)
        {
            // Without the slot it is on its way back to it: whoever takes it back sees that it waits again.
            if (loan.HasEnded || loan.Waits++ > 0 || !loan.IsHeld)
            {
                return false;
            }

            loan.IsHeld = false;
        }

        slots.Release();
        return true;
    }

    /// <summary>A wait ends.</summary>
    /// <returns>Whether a slot has become free: the execution ended, or waits again, before it could take it.</returns>
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
            // Another wait of the same execution is taking the slot back: one slot is enough for both.
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

    /// <summary>The execution has ended: whatever it still waits for, it gets no slot again.</summary>
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

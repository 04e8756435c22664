namespace TaskGen.Worker;

/// <summary>
/// Releases the concurrency slot of an execution while it waits for other tasks, and reacquires it before its last wait returns. Several
/// waits at the same time share one release. After the end of the execution its slot is not reacquired.
/// </summary>
internal sealed class Parking(ConcurrencySlots slots)
{
    private readonly Lock _lock = new();

    /// <summary>Begins a wait.</summary>
    /// <returns><see langword="true"/> if a slot has become free; otherwise, <see langword="false"/>.</returns>
    public bool Park(ConcurrencySlotLoan loan)
    {
        lock (_lock)
        {
            // If the slot is not held, another wait is reacquiring it. That wait releases it again when it finds this wait.
            if (loan.HasEnded || loan.Waits++ > 0 || !loan.IsHeld)
            {
                return false;
            }

            loan.IsHeld = false;
        }

        slots.Release();
        return true;
    }

    /// <summary>Ends a wait.</summary>
    /// <returns>
    /// <see langword="true"/> if a slot has become free because the execution ended, or began another wait, before it could use the slot;
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

    /// <summary>Ends the execution and releases its slot if it is held. A wait that ends later does not reacquire the slot.</summary>
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

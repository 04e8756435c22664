namespace TaskGen.Worker;

/// <summary>
/// Releases the concurrency slot of an execution while it waits for other tasks, and reacquires a slot before the wait returns. If several
/// waits are in progress at the same time, the slot is released by the first one and reacquired after the last one. After the execution has
/// ended, no slot is reacquired. A wait that is interrupted does not last longer because no slot is free.
/// </summary>
internal sealed class Parking(ConcurrencySlots slots, ParkedExecutions parked)
{
    private readonly Lock _lock = new();

    /// <summary>
    /// Records that an execution starts to wait for other tasks, and releases its concurrency slot if this is its only wait.
    /// </summary>
    /// <param name="loan">The concurrency slot of the execution.</param>
    /// <param name="wasStopped">
    /// <see langword="true"/> if the token of the execution is already canceled; otherwise, <see langword="false"/>.
    /// </param>
    /// <returns><see langword="true"/> if a slot has become free; otherwise, <see langword="false"/>.</returns>
    public bool Park(ConcurrencySlotLoan loan, bool wasStopped)
    {
        lock (_lock)
        {
            loan.WasStopped = wasStopped;

            // If the slot is not held, another wait has ended and is reacquiring it. When that code finds this new wait, it releases the
            // slot again.
            if (loan.HasEnded || loan.Waits++ > 0 || !loan.IsHeld)
            {
                return false;
            }

            loan.IsHeld = false;
            parked.Add();
        }

        slots.Release();
        return true;
    }

    /// <summary>
    /// Records that a wait of an execution has ended, and reacquires a concurrency slot if it was the last wait. If the wait was
    /// interrupted, or is interrupted before a slot is free, the slot is reacquired immediately.
    /// </summary>
    /// <param name="loan">The concurrency slot of the execution.</param>
    /// <param name="interruption">The token that interrupts the wait: the timeout and the token of the caller.</param>
    /// <param name="stop">
    /// The token of the execution. It interrupts every wait that began before it was canceled, so that the execution can clean up.
    /// </param>
    /// <returns>
    /// <see langword="true"/> if a slot has become free, because the execution ended or started another wait before it could use the slot;
    /// otherwise, <see langword="false"/>.
    /// </returns>
    public async Task<bool> UnparkAsync(ConcurrencySlotLoan loan, CancellationToken interruption, CancellationToken stop)
    {
        SlotReturn request;
        bool isFirst, wasStopped;
        lock (_lock)
        {
            if (--loan.Waits > 0 || loan.HasEnded || loan.IsHeld)
            {
                return false;
            }

            // If another wait of the same execution is reacquiring the slot, one slot is enough for both.
            isFirst = loan.Returning is null;
            request = loan.Returning ??= new SlotReturn();
            wasStopped = loan.WasStopped;
        }

        if (isFirst)
        {
            slots.Return(request);
        }

        if (!request.Task.IsCompleted)
        {
            await WaitAsync(request, interruption, wasStopped ? CancellationToken.None : stop).ConfigureAwait(false);
        }

        return isFirst && !TryKeep(loan);
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
                parked.Remove();
                return;
            }

            loan.IsHeld = false;
        }

        slots.Release();
    }

    private async Task WaitAsync(SlotReturn request, CancellationToken interruption, CancellationToken stop)
    {
        var first = interruption.UnsafeRegister(Hurry, request);
        await using var firstEnd = first.ConfigureAwait(false);
        var second = stop.UnsafeRegister(Hurry, request);
        await using var secondEnd = second.ConfigureAwait(false);
        await request.Task.ConfigureAwait(false);
    }

    private void Hurry(object? request) => slots.Hurry((SlotReturn)request!);

    /// <returns>
    /// <see langword="true"/> if the execution holds the reacquired slot; <see langword="false"/> if the slot was released, because the
    /// execution has ended or started another wait.
    /// </returns>
    private bool TryKeep(ConcurrencySlotLoan loan)
    {
        lock (_lock)
        {
            loan.Returning = null;
            loan.IsHeld = !loan.HasEnded && loan.Waits == 0;
            if (loan.IsHeld)
            {
                parked.Remove();
                return true;
            }
        }

        slots.Release();
        return false;
    }
}

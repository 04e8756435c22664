namespace TaskGen.Sample;

/// <summary>Represents a progress bar that changes with the reports of a task.</summary>
/// <param name="changed">A delegate that is called for each report; <see langword="null"/> if it is not needed.</param>
internal sealed class LiveBar(Action<TaskBar>? changed)
{
    private TaskBar _current = new(BarState.Waiting);

    /// <summary>The current state of the progress bar of the task.</summary>
    public TaskBar Current => Volatile.Read(ref _current);

    /// <summary>Shows a report.</summary>
    /// <param name="report">The report.</param>
    public void Show(TaskProgress report) => Set(new TaskBar(BarState.Running, report.Percent, report.Status ?? ""));

    /// <summary>Shows how the task ended.</summary>
    /// <param name="ended">A snapshot of the task, taken after its end.</param>
    /// <param name="keepsStatus">
    /// <see langword="true"/> to keep the status text of the last report; otherwise, <see langword="false"/>.
    /// </param>
    public void End(TaskSnapshot ended, bool keepsStatus = true)
    {
        var state = ended.State switch
        {
            TaskState.Succeeded => BarState.Succeeded,
            TaskState.Canceled => BarState.Canceled,
            _ => BarState.Failed,
        };
        var status = keepsStatus && Current.Status.Length > 0 ? Current.Status : ended.State.ToString();
        Volatile.Write(ref _current, new TaskBar(state, state == BarState.Succeeded ? 100 : null, status));
    }

    /// <summary>Shows the reports of a task until it ends.</summary>
    /// <param name="handle">The handle of the task.</param>
    /// <param name="keepsStatus">
    /// <see langword="true"/> to keep the status text of the last report; otherwise, <see langword="false"/>.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>A task that completes when the task has ended.</returns>
    public async Task FollowAsync(TaskHandle handle, bool keepsStatus, CancellationToken cancellationToken)
    {
        await foreach (var report in handle.ProgressAsync(cancellationToken))
        {
            Show(report);
        }

        End(await handle.GetSnapshotAsync(cancellationToken), keepsStatus);
    }

    private void Set(TaskBar bar)
    {
        Volatile.Write(ref _current, bar);
        changed?.Invoke(bar);
    }
}

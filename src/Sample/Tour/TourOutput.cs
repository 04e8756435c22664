using System.Diagnostics;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Provides the methods with which the steps of the tour show results, checks, and progress bars.</summary>
internal sealed class TourOutput
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(20);

    private StepLog _log = new("", "", []);

    /// <summary>Begins the output of a step.</summary>
    /// <param name="log">The log that receives the output.</param>
    public void Begin(StepLog log) => _log = log;

    /// <summary>Shows a result.</summary>
    /// <param name="text">The text.</param>
    public void Say(FormattableString text) => _log.Add(new TextEntry(EntryKind.Result, FormattableString.Invariant(text)));

    /// <summary>Shows the failure of a task, in red.</summary>
    /// <param name="text">The text.</param>
    public void Error(FormattableString text) => _log.Add(new TextEntry(EntryKind.Error, FormattableString.Invariant(text)));

    /// <summary>Shows a table.</summary>
    /// <param name="table">The table.</param>
    public void Show(Table table) => _log.Add(new TableEntry(table));

    /// <summary>Shows a check. If the check does not pass, the tour ends.</summary>
    /// <param name="passes"><see langword="true"/> if the statement is true; otherwise, <see langword="false"/>.</param>
    /// <param name="statement">The statement that is checked.</param>
    /// <exception cref="TourCheckException">The check does not pass.</exception>
    public void Check(bool passes, string statement)
    {
        _log.Add(new TextEntry(passes ? EntryKind.Passed : EntryKind.Failed, statement));
        if (!passes)
        {
            throw new TourCheckException($"Step '{_log.Title}' did not pass the check '{statement}'.");
        }
    }

    /// <summary>Waits for a task that is expected to fail.</summary>
    /// <param name="handle">The handle of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>The failure of the task.</returns>
    /// <exception cref="TourCheckException">The task succeeded.</exception>
    public async Task<TaskFailedException> FailureOfAsync(TaskHandle handle, CancellationToken cancellationToken)
    {
        try
        {
            await handle.GetAsync(cancellationToken);
        }
        catch (TaskFailedException failure)
        {
            return failure;
        }

        Check(false, $"task {handle.Id} fails");
        throw new UnreachableException();
    }

    /// <summary>Adds a progress bar for a task.</summary>
    /// <returns>The bar.</returns>
    public LiveBar AddBar()
    {
        var bar = new LiveBar(_log.Reported);
        _log.Add(new BarsEntry(null, () => [bar.Current]));
        return bar;
    }

    /// <summary>Shows the progress of a task in a bar until the task ends.</summary>
    /// <param name="handle">The handle of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>A task that completes when the task has ended.</returns>
    public Task FollowAsync(TaskHandle handle, CancellationToken cancellationToken) =>
        AddBar().FollowAsync(handle, keepsStatus: true, cancellationToken);

    /// <summary>
    /// Shows a progress bar for each of several tasks, with the status text of the task's latest progress report, until all tasks have
    /// ended.
    /// </summary>
    /// <param name="caption">The line above the bars.</param>
    /// <param name="handles">The handles of the tasks.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the tasks.</param>
    /// <returns>A <see cref="Task"/> that completes when all tasks have ended.</returns>
    public Task FollowAllAsync(string caption, IReadOnlyList<TaskHandle> handles, CancellationToken cancellationToken)
    {
        LiveBar[] bars = [.. handles.Select(static _ => new LiveBar(null))];
        _log.Add(new BarsEntry(caption, () => [.. bars.Select(static bar => bar.Current)]));
        return Task.WhenAll(bars.Zip(handles, (bar, handle) => bar.FollowAsync(handle, keepsStatus: false, cancellationToken)));
    }

    /// <summary>
    /// Shows a progress bar for each task with the specified name that starts after this call, such as the members of a group.
    /// </summary>
    /// <param name="caption">The line above the bars.</param>
    /// <param name="taskName">The name of the tasks.</param>
    /// <param name="count">The expected number of tasks.</param>
    /// <returns>An object that stops the observation when it is disposed; the bars remain.</returns>
    public IDisposable FollowMembers(string caption, string taskName, int count)
    {
        var members = new MemberBars(taskName, count);
        _log.Add(new BarsEntry(caption, members.Read));
        return members;
    }

    /// <summary>Shows each state of a task until a condition is met or the task ends.</summary>
    /// <param name="handle">The handle of the task.</param>
    /// <param name="until">The condition.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <param name="shown">The snapshot that was shown last; <see langword="null"/> if there is none.</param>
    /// <returns>The last snapshot of the task.</returns>
    public async Task<TaskSnapshot> WatchAsync(
        TaskHandle handle, Func<TaskSnapshot, bool> until, CancellationToken cancellationToken, TaskSnapshot? shown = null)
    {
        while (true)
        {
            var snapshot = await handle.GetSnapshotAsync(cancellationToken);
            if (snapshot.State != shown?.State || snapshot.Attempt != shown.Attempt)
            {
                Say($"{snapshot.State}, attempt {snapshot.Attempt} of {snapshot.MaxAttempts}");
                shown = snapshot;
            }

            if (until(snapshot) || snapshot.HasEnded)
            {
                return snapshot;
            }

            await Task.Delay(PollInterval, cancellationToken);
        }
    }
}

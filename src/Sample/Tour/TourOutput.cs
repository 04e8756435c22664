using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>What the steps of the tour say, and how they watch tasks.</summary>
/// <param name="console">Where to write.</param>
/// <param name="progress">Shows how far a task has come.</param>
internal sealed class TourOutput(IAnsiConsole console, ProgressView progress)
{
    /// <summary>How long a step waits for a task: far longer than any takes.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public IAnsiConsole Console => console;

    public void Head(string text)
    {
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{text}[/]");
    }

    public void Say(FormattableString text) => console.WriteLine("  " + FormattableString.Invariant(text));

    /// <summary>Ends the tour where something does not hold.</summary>
    /// <param name="kept">Whether it holds.</param>
    /// <param name="promise">What should.</param>
    public static void Promise(bool kept, string promise)
    {
        if (!kept)
        {
            throw new InvalidOperationException($"A promise was not kept: {promise}.");
        }
    }

    /// <summary>Expects a task to fail.</summary>
    /// <param name="handle">The task.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How it failed.</returns>
    public static async Task<TaskFailedException> FailureOfAsync(TaskHandle handle, CancellationToken cancellationToken)
    {
        try
        {
            await handle.GetAsync(Patience, cancellationToken);
        }
        catch (TaskFailedException failure)
        {
            return failure;
        }

        throw new InvalidOperationException($"A promise was not kept: task {handle.Id} should have failed.");
    }

    public Task FollowAsync(TaskHandle handle, CancellationToken cancellationToken) => progress.FollowAsync(handle, cancellationToken);

    /// <summary>Says every state that a task goes through.</summary>
    /// <param name="handle">The task.</param>
    /// <param name="until">Ends the watch; so does the task's end.</param>
    /// <param name="cancellationToken">Ends it too.</param>
    /// <returns>The last state.</returns>
    public async Task<TaskSnapshot> WatchAsync(TaskHandle handle, Func<TaskSnapshot, bool> until, CancellationToken cancellationToken)
    {
        TaskSnapshot? shown = null;
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

            await Task.Delay(LookEvery, cancellationToken);
        }
    }
}

using System.Diagnostics;

namespace TaskGen.Sample;

/// <summary>Runs a step of the tour, shows it, and counts its checks.</summary>
/// <param name="screen">The screen that shows the step.</param>
/// <param name="output">The output of the steps.</param>
/// <param name="time">The clock that measures the time limit of a step.</param>
internal sealed class StepRunner(ITourScreen screen, TourOutput output, TimeProvider time)
{
    /// <summary>The maximum duration of a step, which is much longer than any step takes.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Runs a step of the tour, and shows the code of the step beside its output.</summary>
    /// <param name="step">The step.</param>
    /// <param name="dataset">The data set that the tour has imported.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The result of the step.</returns>
    /// <exception cref="TourCheckException">The step failed, one of its checks did not pass, or it took too long.</exception>
    public Task<StepResult> RunAsync(ITourStep step, Dataset dataset, CancellationToken cancellationToken) => RunAsync(
        step.Title, step.Shows, Snippets.Of(step.GetType().Name), token => step.RunAsync(dataset, token), cancellationToken);

    /// <summary>Runs a part of the tour.</summary>
    /// <param name="title">The title of the part.</param>
    /// <param name="shows">The description of the part, in one line.</param>
    /// <param name="code">The lines of C# that are shown with it.</param>
    /// <param name="run">A function that does the work of the part.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The result of the part.</returns>
    /// <exception cref="TourCheckException">The part failed, one of its checks did not pass, or it took too long.</exception>
    public async Task<StepResult> RunAsync(
        string title, string shows, IReadOnlyList<string> code, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var log = screen.Begin(title, shows, code);
        output.Begin(log);
        await screen.ShowAsync(log, () => RunAsync(log, run, cancellationToken));
        return new StepResult(title, shows, log.Checks, watch.Elapsed);
    }

    private async Task RunAsync(StepLog log, Func<CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await run(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Fail(log, $"the step did not finish within {Limit.TotalSeconds:0} seconds", null);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or TourCheckException))
        {
            throw Fail(log, $"{failure.GetType()}: {failure.Message}", failure);
        }
    }

    private static TourCheckException Fail(StepLog log, string problem, Exception? failure)
    {
        log.Add(new TextEntry(EntryKind.Failed, problem));
        return new TourCheckException($"Step '{log.Title}' failed: {problem}", failure);
    }
}

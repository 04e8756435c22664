namespace TaskGen.Sample;

/// <summary>Shows that a caller in any process receives the error of a failed task.</summary>
/// <param name="datasets">The client of the tasks.</param>
/// <param name="output">The output of the step.</param>
internal sealed class FailureStep(DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    private const int MissingId = 999_999;

    public string Title => "5. Failures";

    public string Shows => "The caller receives the error of the task, with its stack trace";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        TaskFailedException? failed = null;
        var bar = output.AddBar();
        // <snippet FailureStep>
        var handle = await datasets.ProcessLargeDataset.DelayAsync(
            MissingId, new ProcessingOptions(), cancellationToken);
        try
        {
            await handle.GetAsync(cancellationToken);
        }
        catch (TaskFailedException exception)
        {
            failed = exception;
        }
        // </snippet>

        var snapshot = await handle.GetSnapshotAsync(cancellationToken);
        bar.End(snapshot);
        output.Error($"{failed?.State} on attempt {failed?.Attempts}: {failed?.RemoteExceptionType}: {failed?.RemoteMessage}");
        output.Error($"{FirstFrame(failed?.RemoteStackTrace)}");
        output.Check(failed?.RemoteExceptionType == typeof(TaskRejectedException).FullName, "The caller received the exception type");
        output.Check(
            failed?.RemoteStackTrace?.Contains(nameof(DatasetTasks), StringComparison.Ordinal) == true,
            "The caller received the stack trace");
        output.Check(
            snapshot is { State: TaskState.Failed, Attempt: 1, Failure.Message: var message } && message == failed?.RemoteMessage,
            "The snapshot has the same error, and a rejected task was not retried");
    }

    // Returns the first line of the stack trace, without the folder of the source file.
    private static string? FirstFrame(string? stackTrace)
    {
        var frame = stackTrace?.Split('\n')[0].Trim();
        return frame?.LastIndexOf(" in ", StringComparison.Ordinal) is { } end and >= 0
            ? $"{frame[..end]} in {Path.GetFileName(frame[(end + " in ".Length)..])}"
            : frame;
    }
}

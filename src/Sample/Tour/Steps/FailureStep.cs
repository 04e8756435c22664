namespace TaskGen.Sample;

/// <summary>Who waits for a task learns why it failed, in any process.</summary>
/// <param name="datasets">The tasks.</param>
/// <param name="output">Where to say it.</param>
internal sealed class FailureStep(DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    private const int NoDataset = 999_999;

    public string Title => "5. FAILURE with error and traceback";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var handle = await datasets.ProcessLargeDataset.DelayAsync(NoDataset, new ProcessingOptions(), cancellationToken);
        var failure = await TourOutput.FailureOfAsync(handle, cancellationToken);
        var snapshot = await handle.GetSnapshotAsync(cancellationToken);
        output.Say($"{failure.State} after {failure.Attempts} attempt: {failure.RemoteExceptionType}: {failure.RemoteMessage}");
        output.Say($"{failure.RemoteStackTrace?.Split('\n')[0].Trim()}");
        TourOutput.Promise(
            failure.RemoteExceptionType == typeof(TaskRejectedException).FullName, "the type of the exception should have arrived");
        TourOutput.Promise(
            failure.RemoteStackTrace?.Contains(nameof(DatasetTasks), StringComparison.Ordinal) == true,
            "the stack trace should have arrived");
        TourOutput.Promise(
            snapshot is { State: TaskState.Failed, Attempt: 1, Failure.Message: var message } && message == failure.RemoteMessage,
            "the snapshot should say the same, and a rejected task should not be retried");
    }
}

namespace TaskGen.Sample;

/// <summary>Shows that a task that fails for a temporary reason is retried after a delay.</summary>
/// <param name="store">The database, whose write lock the step holds for some time.</param>
/// <param name="datasets">The client of the tasks.</param>
/// <param name="output">The output of the step.</param>
internal sealed class RetryStep(IDatasetStore store, DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    public string Title => "2. Retry with backoff";

    public string Shows => "A locked database fails the first attempt, not the task";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        TaskHandle<ArchiveCheck> handle;
        TaskSnapshot retrying;
        await using (await store.HoldWriteLockAsync(cancellationToken))
        {
            // <snippet RetryStep>
            handle = await datasets.VerifyArchive.DelayAsync(
                dataset.Id, cancellationToken);
            // </snippet>
            output.Say($"The tour holds the write lock of the database");
            retrying = await output.WatchAsync(handle, static snapshot => snapshot.State == TaskState.Retrying, cancellationToken);
        }

        if (retrying is { State: TaskState.Retrying, Failure: { } failure, DueAt: { } due })
        {
            output.Error($"{failure.ExceptionType}: {failure.Message.Split('\n')[0]}");
            output.Say($"The tour released the lock; the next attempt is due at {due:HH:mm:ss.fff}");
        }

        var ended = await output.WatchAsync(handle, static snapshot => snapshot.HasEnded, cancellationToken, retrying);
        var check = await handle.GetAsync(cancellationToken);
        output.Say($"{check.Rows:N0} rows match the file with the SHA-256 hash {check.Sha256[..16]}...");
        output.Check(retrying.Failure is not null, "The first attempt failed with the error of the database");
        output.Check(ended.State == TaskState.Succeeded && ended.Attempt > 1, $"Attempt {ended.Attempt} succeeded");
    }
}

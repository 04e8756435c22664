namespace TaskGen.Sample;

/// <summary>A failure that passes is retried after a wait.</summary>
/// <param name="store">The database, whose lock is held for a while.</param>
/// <param name="datasets">The tasks.</param>
/// <param name="output">Where to say it.</param>
internal sealed class RetryStep(IDatasetStore store, DatasetTasksClient datasets, TourOutput output) : ITourStep
{
    public string Title => "2. retry_with_backoff: fails, waits, succeeds";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        TaskHandle<ArchiveCheck> handle;
        TaskSnapshot retrying;
        await using (await store.HoldWriteLockAsync(cancellationToken))
        {
            output.Say($"this process holds a write lock in the database");
            handle = await datasets.VerifyArchive.DelayAsync(dataset.Id, cancellationToken);
            retrying = await output.WatchAsync(handle, static snapshot => snapshot.State == TaskState.Retrying, cancellationToken);
        }

        if (retrying is { State: TaskState.Retrying, Failure: { } failure, DueAt: { } due })
        {
            output.Say($"last error: {failure.ExceptionType}: {failure.Message.Split('\n')[0]}");
            output.Say($"the lock is given up; the next attempt is due at {due:HH:mm:ss.fff}, and no slot is held until then");
        }

        var ended = await output.WatchAsync(handle, static snapshot => snapshot.HasEnded, cancellationToken);
        var check = await handle.GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"{check.Rows:N0} rows agree with the file, SHA-256 {check.Sha256[..16]}...");
        TourOutput.Promise(ended.Attempt > 1, "the first attempt should have met the lock");
    }
}

namespace TaskGen.Sample;

/// <summary>Adds up the results of parallel batches and reports the totals in order.</summary>
/// <param name="total">The total number of users.</param>
/// <param name="progress">The object that reports the progress of the task.</param>
internal sealed class BatchTotalsCounter(int total, ITaskProgress<BatchTotals> progress)
{
    private readonly Lock _gate = new();
    private BatchTotals _totals = new(0, total, 0, 0);

    public void Add(int users, BatchResult result)
    {
        // The report is sent inside the lock, so that an older report cannot replace it. Reporting is fast and does not block.
        lock (_gate)
        {
            _totals = _totals with
            {
                Current = _totals.Current + users,
                Processed = _totals.Processed + result.Processed,
                Failed = _totals.Failed + result.Failed,
            };
            progress.Report(_totals.Current, total, $"{_totals.Processed} processed, {_totals.Failed} failed", _totals);
        }
    }

    public UserOperationReport ToReport(UserOperation operation) => new(operation, total, _totals.Processed, _totals.Failed);
}

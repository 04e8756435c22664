namespace TaskGen.Sample;

/// <summary>Adds up batches that run side by side, and tells how far they have come, in order.</summary>
/// <param name="total">How many users there are.</param>
/// <param name="progress">Whom to tell.</param>
internal sealed class BatchTotalsCounter(int total, ITaskProgress<BatchTotals> progress)
{
    private readonly Lock _gate = new();
    private BatchTotals _totals = new(0, total, 0, 0);

    public void Add(int users, BatchResult result)
    {
        // Reporting is cheap and never waits; inside the lock, so that no report is overtaken by an older one.
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

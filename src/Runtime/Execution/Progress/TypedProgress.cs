namespace TaskGen.Execution;

/// <summary>Passes reports with and without a detail value to the same reporter, so that their order is preserved.</summary>
internal sealed class TypedProgress<TDetail>(ProgressReporter reporter, TaskDetailWriter<TDetail> writeDetail) : ITaskProgress<TDetail>
{
    public void Report(long current, long? total = null, string? status = null) => reporter.Report(current, total, status);

    public void Report(long current, long? total, string? status, TDetail detail) =>
        reporter.Keep(new ProgressReport<TDetail>(current, total, status, detail, writeDetail));
}

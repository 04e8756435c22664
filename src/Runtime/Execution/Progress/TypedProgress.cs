namespace TaskGen.Execution;

/// <summary>Reports with a detail into the same reporter, so that both kinds keep one order.</summary>
internal sealed class TypedProgress<TDetail>(ProgressReporter reporter, TaskDetailWriter<TDetail> writeDetail) : ITaskProgress<TDetail>
{
    public void Report(long current, long? total = null, string? status = null) => reporter.Report(current, total, status);

    public void Report(long current, long? total, string? status, TDetail detail) =>
        reporter.Keep(new ProgressReport<TDetail>(current, total, status, detail, writeDetail));
}

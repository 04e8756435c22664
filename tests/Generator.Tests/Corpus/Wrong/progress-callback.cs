// IProgress<T> of the caller reports to nobody: the job runs in another process.
public sealed class ExportTasks
{
    [Task(Name = "export.run")]
    public void Run(int id, IProgress<int> [|TG0003:progress|]) => progress.Report(id);
}

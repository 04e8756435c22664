// The context has the token too.
public sealed class ScanTasks
{
    [Task(Name = "scan.run", SoftTimeLimitSeconds = 30)]
    public async Task Run(int id, TaskContext context) => await Task.Delay(id, context.CancellationToken);
}

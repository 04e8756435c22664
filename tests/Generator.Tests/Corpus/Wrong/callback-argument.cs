// A delegate cannot leave the process; Hangfire serialises its closure class or fails at enqueue.
public sealed class BatchTasks
{
    [Task(Name = "batch.run")]
    public void Run(int id, Action<int> [|TG0101:onDone|]) => onDone(id);
}

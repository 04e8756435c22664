// Merging two methods left two tokens.
public sealed class MergeTasks
{
    [Task(Name = "merge.run")]
    public Task Run(CancellationToken outer, int id, CancellationToken [|TG0008:inner|]) =>
        Task.Delay(id, CancellationTokenSource.CreateLinkedTokenSource(outer, inner).Token);
}

// A parent that gives its slot back while it waits.
public sealed class TreeTasks(ITaskClient tasks)
{
    [Task(Name = "tree.leaf")]
    public int Leaf(int id) => id;

    [Task(Name = "tree.run")]
    public async Task<int> Run(int[] ids, CancellationToken cancellationToken)
    {
        var handles = await Task.WhenAll(ids.Select(id => tasks.TreeTasks.Leaf.DelayAsync(id, cancellationToken)));
        var sum = 0;
        foreach (var handle in handles)
        {
            sum += await handle.GetAsync(cancellationToken);
        }

        return sum;
    }
}

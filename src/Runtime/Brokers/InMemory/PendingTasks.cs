namespace TaskGen.Brokers.InMemory;

/// <summary>Stores the tasks that can be leased, in one first-in, first-out list per priority.</summary>
internal sealed class PendingTasks
{
    private readonly LinkedList<StoredTask> _high = [];
    private readonly LinkedList<StoredTask> _normal = [];
    private readonly LinkedList<StoredTask> _low = [];

    public int Count => _high.Count + _normal.Count + _low.Count;

    public StoredTask? First => (_high.First ?? _normal.First ?? _low.First)?.Value;

    public void Add(StoredTask task, bool atFront)
    {
        if (atFront)
        {
            ListOf(task).AddFirst(task.Node);
        }
        else
        {
            ListOf(task).AddLast(task.Node);
        }
    }

    public void Remove(StoredTask task) => ListOf(task).Remove(task.Node);

    private LinkedList<StoredTask> ListOf(StoredTask task) => task.Priority switch
    {
        TaskPriority.High => _high,
        TaskPriority.Low => _low,
        _ => _normal,
    };
}

namespace TaskGen.Brokers;

/// <summary>The tasks that can be leased: one list a priority, each first in, first out.</summary>
internal sealed class InMemoryPending
{
    private readonly LinkedList<InMemoryTask> _high = [];
    private readonly LinkedList<InMemoryTask> _normal = [];
    private readonly LinkedList<InMemoryTask> _low = [];

    public int Count => _high.Count + _normal.Count + _low.Count;

    public InMemoryTask? First => (_high.First ?? _normal.First ?? _low.First)?.Value;

    public void Add(InMemoryTask task, bool atFront)
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

    public void Remove(InMemoryTask task) => ListOf(task).Remove(task.Node);

    private LinkedList<InMemoryTask> ListOf(InMemoryTask task) => task.Priority switch
    {
        TaskPriority.High => _high,
        TaskPriority.Low => _low,
        _ => _normal,
    };
}

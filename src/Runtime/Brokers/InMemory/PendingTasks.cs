namespace TaskGen.Brokers.InMemory;

/// <summary>Stores the tasks that can be leased, in two first-in, first-out lists per priority: ordinary tasks, and child tasks.</summary>
internal sealed class PendingTasks
{
    /// <summary>The lists by priority, the highest first.</summary>
    private readonly (LinkedList<StoredTask> Ordinary, LinkedList<StoredTask> Children)[] _lists = [([], []), ([], []), ([], [])];

    public int Count => _lists.Sum(static lists => lists.Ordinary.Count + lists.Children.Count);

    public bool IsEmpty => !Array.Exists(_lists, static lists => lists.Ordinary.Count + lists.Children.Count > 0);

    /// <summary>Returns the task to lease next; <see langword="null"/> if no task is pending.</summary>
    /// <param name="childRun">The number of child tasks that were leased in a row.</param>
    /// <param name="maxChildRun">The number of child tasks to lease in a row before an ordinary task of the same priority.</param>
    public StoredTask? Next(int childRun, int maxChildRun)
    {
        foreach (var (ordinary, children) in _lists)
        {
            var next = childRun < maxChildRun ? children.First ?? ordinary.First : ordinary.First ?? children.First;
            if (next is not null)
            {
                return next.Value;
            }
        }

        return null;
    }

    /// <summary>Adds a task.</summary>
    /// <param name="task">The task to add.</param>
    /// <param name="atFront">
    /// <see langword="true"/> to add the task before the other tasks of its list; otherwise, <see langword="false"/>.
    /// </param>
    /// <param name="isChild">
    /// <see langword="true"/> to add the task to the child tasks; <see langword="false"/> to add it to the ordinary tasks.
    /// </param>
    public void Add(StoredTask task, bool atFront, bool isChild)
    {
        var (ordinary, children) = _lists[TaskPriority.High - task.Priority];
        var list = isChild ? children : ordinary;
        if (atFront)
        {
            list.AddFirst(task.Node);
        }
        else
        {
            list.AddLast(task.Node);
        }
    }

    public bool IsAmongChildren(StoredTask task) => task.Node.List == _lists[TaskPriority.High - task.Priority].Children;

    public static void Remove(StoredTask task) => task.Node.List!.Remove(task.Node);

    /// <summary>
    /// Moves a limited number of child tasks to the front of the ordinary tasks, in order. The last task of a list is moved first.
    /// </summary>
    /// <returns><see langword="true"/> if child tasks remain; otherwise, <see langword="false"/>.</returns>
    public bool MergeChildren(int max)
    {
        foreach (var (ordinary, children) in _lists)
        {
            for (; max > 0 && children.Last is { } last; max--)
            {
                children.Remove(last);
                ordinary.AddFirst(last);
            }
        }

        return Array.Exists(_lists, static lists => lists.Children.Count > 0);
    }
}

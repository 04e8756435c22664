using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks that dispatch others, to wait for them or to be followed by them.</summary>
/// <param name="probe">Told what runs.</param>
/// <param name="tasks">Dispatches them.</param>
public sealed class FamilyTasks(Probe probe, FamilyTasksClient tasks)
{
    /// <summary>Goes on for ever, unless the test has seen enough.</summary>
    [Task(Name = "patterns.ping")]
    public async Task Ping()
    {
        if (probe.Mark("ping") <= 1_000)
        {
            await tasks.Pong.DelayAsync();
        }
    }

    [Task(Name = "patterns.pong")]
    public async Task Pong()
    {
        if (probe.Mark("pong") <= 1_000)
        {
            await tasks.Ping.DelayAsync();
        }
    }

    [Task(Name = "patterns.other")]
    public int Other(int number)
    {
        probe.Mark("other");
        return number;
    }

    [Task(Name = "patterns.in_order")]
    public async Task DispatchInOrder()
    {
        for (var number = 0; number < 5; number++)
        {
            await tasks.Note.DelayAsync(number);
        }
    }

    [Task(Name = "patterns.family_note")]
    public void Note(int number) => probe.Mark($"note {number}");

    [Task(Name = "patterns.parent")]
    public async Task<int> WaitForChildren(int children)
    {
        var handles = await tasks.Child.DelayManyAsync(
            Enumerable.Range(0, children).Select(static i => new FamilyTasksClient.ChildTask.Args(i)));
        probe.Take();
        try
        {
            return (await Task.WhenAll(handles.Select(static handle => handle.GetAsync()))).Length;
        }
        finally
        {
            probe.PutBack();
        }
    }

    [Task(Name = "patterns.child")]
    public int Child(int number) => number;
}

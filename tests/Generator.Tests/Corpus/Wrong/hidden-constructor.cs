// A class with a factory method and a private constructor.
public sealed class SyncTasks
{
    private SyncTasks() { }

    public static SyncTasks Create() => new();

    [Task(Name = "sync.run")]
    public void [|TG0007:Run|](int id) => Console.WriteLine(id);
}

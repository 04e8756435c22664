// Copied with its attribute: one of the two would never run.
public sealed class UserTasks
{
    [Task(Name = "users.sync")] public void Sync(int id) => Console.WriteLine(id);
    [Task(Name = "users.sync")] public void [|TG0202:SyncAll|]() { }
}

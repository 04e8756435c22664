// A job that its framework cannot call, found when the first one fails.
public sealed class CleanupTasks
{
    [Task(Name = "cleanup.run")]
    private void [|TG0001:Run|]() => Console.WriteLine("clean");
}

// A canvas needs the results of its tasks, so it stores them; a dispatch with a key stores the state.
public sealed class CleanTasks
{
    [Task(Name = "clean.find", IgnoreResult = true)]
    public int Find(string folder) => folder.Length;

    [Task(Name = "clean.delete", IgnoreResult = true)]
    public void Delete(int count) => Console.WriteLine(count);

    [Task(Name = "clean.all", IgnoreResult = true, Idempotent = true)]
    public void All(string folder) => Console.WriteLine(folder);
}

public sealed class Caretaker(CleanTasksClient clean, ITaskClient client)
{
    public async Task RunAsync(string folder)
    {
        await (await client.DelayAsync(clean.Find.Signature(folder).Then(clean.Delete.Partial()))).GetAsync();
        await (await clean.All.DelayAsync(folder)).GetAsync();
        var handle = await clean.Delete.DelayAsync(1);
        await handle.CancelAsync();
    }
}

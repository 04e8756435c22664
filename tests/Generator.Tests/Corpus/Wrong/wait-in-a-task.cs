// Sync over async: 200 of these and the pool is empty.
using System.IO;

public sealed class SaveTasks
{
    [Task(Name = "save.run")]
    public async Task Run(string path, string text)
    {
        await Task.Yield();
        [|TG0301:File.WriteAllTextAsync(path, text).Wait()|];
    }
}

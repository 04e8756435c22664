// Blocking I/O under an async signature.
using System.IO;

public sealed class LoadTasks
{
    [Task(Name = "load.run")]
    public async Task<int> Run(string path, CancellationToken cancellationToken)
    {
        await Task.Delay(1, cancellationToken);
        return [|TG0302:File.ReadAllText(path)|].Length;
    }
}

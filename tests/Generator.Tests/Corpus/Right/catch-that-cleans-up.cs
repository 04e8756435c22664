// A soft limit is answered, and then passed on.
using System.IO;

public sealed class TempTasks
{
    [Task(Name = "temp.run", SoftTimeLimitSeconds = 30)]
    public async Task Run(string path, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(path, "x", cancellationToken);
        }
        catch (OperationCanceledException)
        {
            File.Delete(path);
            throw;
        }
    }
}

// A task on threads of its own may block.
using System.IO;

public sealed class ZipTasks
{
    [Task(Name = "zip.run", Queue = "disk")]
    public int Run(string path) => File.ReadAllText(path).Length;
}

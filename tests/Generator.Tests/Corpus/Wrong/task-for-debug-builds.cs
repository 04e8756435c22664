// A task that only debug builds run: the worker's call is removed, and the task succeeds.
using System.Diagnostics;

public sealed class DumpTasks
{
    [Task(Name = "dumps.write")]
    [Conditional("DEBUG")]
    public void [|TG0021:Write|](int id) => Console.WriteLine(id);
}

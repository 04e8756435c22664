// A task whose log exists in debug builds only.
using System.Diagnostics;

public sealed class IndexTasks
{
    [Task(Name = "indexes.build")]
    public void Build(int id) => Trace(id);

    [Conditional("DEBUG")]
    private static void Trace(int id) => Console.WriteLine(id);
}

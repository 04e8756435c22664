// The derived exception is one of the base: the line says nothing.
public sealed class FetchTasks
{
    [Task(Name = "fetch.run", Retry = 3)]
    [RetryOn<System.IO.IOException>]
    [[|TG0015:RetryOn<System.IO.EndOfStreamException>|]]
    public void Run(int id) => Console.WriteLine(id);
}

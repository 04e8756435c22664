// Internal is enough.
internal sealed class Inner
{
    [Task(Name = "inner.run")]
    internal void Run(int id) => Console.WriteLine(id);
}

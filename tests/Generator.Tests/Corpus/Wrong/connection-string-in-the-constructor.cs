// A connection string that no service provides.
public sealed class ImportTasks(string [|TG0023:connectionString|], TimeSpan [|TG0023:timeout|])
{
    [Task(Name = "imports.run")]
    public void Run(int id) => Console.WriteLine($"{connectionString} {timeout} {id}");

    [Task(Name = "imports.clean")]
    public void Clean() => Console.WriteLine(connectionString);
}

// The result is serialized before the instance and the services are disposed of.
public sealed record Row(int Id, string Name);

public sealed class Connection : IDisposable
{
    public IEnumerable<Row> Read() => [new Row(1, "a")];

    public void Dispose() => Console.WriteLine("closed");
}

public sealed class RowTasks(Connection shared) : IDisposable
{
    private readonly Connection _own = new();

    [Task(Name = "rows.own")]
    public IEnumerable<string> Own() => from row in _own.Read() where row.Id > 0 select row.Name;

    [Task(Name = "rows.shared")]
    public IEnumerable<string> Shared() => shared.Read().Select(row => row.Name);

    [Task(Name = "rows.listed")]
    public IReadOnlyList<string> Listed()
    {
        using var connection = new Connection();
        return connection.Read().Select(row => row.Name).ToList();
    }

    public void Dispose() => _own.Dispose();
}

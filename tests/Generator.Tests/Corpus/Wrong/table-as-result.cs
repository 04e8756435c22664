// A whole table as a result.
public sealed class TableTasks
{
    [Task(Name = "tables.load")]
    public System.Data.DataTable [|TG0101:Load|](string name) => new(name);
}

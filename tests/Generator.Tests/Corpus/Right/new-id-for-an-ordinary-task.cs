// A new id is fine where nothing is to join.
public sealed class ImportTasks
{
    [Task(Name = "imports.run")]
    public string Run(Guid id) => id.ToString();
}

public sealed class Imports(ImportTasksClient imports)
{
    public async Task<TaskId> Start() => (await imports.Run.DelayAsync(Guid.NewGuid())).Id;
}

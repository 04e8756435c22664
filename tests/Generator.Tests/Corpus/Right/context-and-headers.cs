// The execution's own data.
public sealed class TraceTasks
{
    [Task(Name = "trace.run")]
    public string Run(int id, TaskContext context) => $"{context.Id} {context.Attempt} {id}";
}

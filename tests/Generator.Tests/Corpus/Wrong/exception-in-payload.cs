// An exception inside an event: it cannot be written, and its type must not come back.
public sealed record JobFailed(int Id, Exception Error);

public sealed class AlertTasks
{
    [Task(Name = "alerts.raise")]
    public void Raise(JobFailed [|TG0101:failed|]) => Console.WriteLine(failed.Id);
}

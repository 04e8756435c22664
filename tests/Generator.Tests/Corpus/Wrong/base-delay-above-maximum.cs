// Ten minutes to begin with, one minute at most.
public sealed class ApiTasks
{
    [Task(Name = "api.call", Retry = 5, RetryBaseDelaySeconds = 600, [|TG0010:RetryMaxDelaySeconds = 60|])]
    public void Call(int id) => Console.WriteLine(id);
}

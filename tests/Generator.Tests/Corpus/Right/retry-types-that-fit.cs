// The base is retried, one derived exception is not.
public sealed class ApiTasks
{
    [Task(Name = "api.call", Retry = 5, RetryBaseDelaySeconds = 2, RetryMaxDelaySeconds = 120)]
    [RetryOn<System.IO.IOException>]
    [GiveUpOn<System.IO.FileNotFoundException>]
    public void Call(int id) => Console.WriteLine(id);
}

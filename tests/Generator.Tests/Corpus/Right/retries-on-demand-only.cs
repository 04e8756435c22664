// No exception is retried, except where the task asks for it.
public sealed class PollTasks
{
    [Task(Name = "polls.run", Retry = 20)]
    [GiveUpOn<Exception>]
    public void Run(int id)
    {
        if (id % 2 == 0)
        {
            throw new TaskRetryException(TimeSpan.FromSeconds(30), "Not ready yet.");
        }
    }
}

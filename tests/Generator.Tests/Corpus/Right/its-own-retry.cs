// The handler says when.
public sealed class RateTasks
{
    [Task(Name = "rate.run", Retry = 10)]
    public void Run(int status)
    {
        if (status == 429)
        {
            throw new TaskRetryException(TimeSpan.FromMinutes(1));
        }

        if (status == 410)
        {
            throw new TaskRejectedException("gone");
        }
    }
}

// A request for a retry with retries, and one that only postpones.
public sealed class PollTasks(IMachine machine)
{
    [Task(Name = "poll.read", Retry = 5)]
    public int Read(int id) => machine.TryRead(id) ?? throw new TaskRetryException(TimeSpan.FromSeconds(10));

    [Task(Name = "poll.wait")]
    public int Wait(int id) => machine.TryRead(id) ?? throw new TaskSnoozeException(TimeSpan.FromSeconds(10));

    [Task(Name = "poll.last")]
    public int Last(int id, TaskContext context) =>
        machine.TryRead(id) ?? (context.Attempt < context.MaxAttempts ? throw new TaskRetryException(TimeSpan.Zero) : -1);
}

public interface IMachine { int? TryRead(int id); }

// A day as a key, on purpose.
public sealed class NightlyTasks
{
    [Task(Name = "nightly.run", Idempotent = true)]
    public int Run(DateOnly day) => day.Day;
}

public sealed class Nightly(NightlyTasksClient nightly)
{
    public async Task Queue() => await nightly.Run.DelayAsync(DateOnly.FromDateTime(DateTime.UtcNow));
}

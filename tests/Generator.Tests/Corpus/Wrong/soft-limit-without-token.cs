// A limit that nobody hears of: Celery raises an exception inside the task, .NET has no such thing.
public sealed class ConvertTasks
{
    [Task(Name = "convert.run", [|TG0012:SoftTimeLimitSeconds = 30|], TimeLimitSeconds = 60)]
    public async Task Run(int id)
    {
        for (var page = 0; page < id; page++)
        {
            await Task.Yield();
        }
    }
}

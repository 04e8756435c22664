// A class that only looks like a queue.
public sealed class Jobs
{
    public Task DelayAsync(int id) => Task.Delay(id);
    public void Run(int id) { DelayAsync(id); Thread.Sleep(1); }
}

public sealed class Real { [Task(Name = "real.run")] public void Run() { } }

using TaskGen;

namespace Pattern.Tests;

/// <summary>A task that dispatches others before and after it is canceled.</summary>
/// <param name="tasks">The client.</param>
/// <param name="probe">Told of each.</param>
public sealed class CleanUpTasks(ITaskClient tasks, Probe probe)
{
    [Task(Name = "patterns.work_until_canceled")]
    public async Task Work(int leftovers, CancellationToken cancellationToken)
    {
        var client = new CleanUpTasksClient(tasks);
        var before = await client.Tidy.With(new() { Countdown = TimeSpan.FromHours(1) }).DelayAsync("before", cancellationToken);
        probe.Mark($"before {before.Id}");
        try
        {
            await probe.PassAsync("work", cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await client.Tidy.DelayManyAsync(
                Enumerable.Range(0, leftovers), static number => new($"leftover {number}"), CancellationToken.None);
            for (var number = 0; number < leftovers; number++)
            {
                await client.Tidy.DelayAsync($"other {number}", CancellationToken.None);
            }

            await tasks.DelayAsync(client.Tidy.Signature("first").Then(client.Tidy.Signature("second")), CancellationToken.None);
            throw;
        }
    }

    [Task(Name = "patterns.tidy")]
    public int Tidy(string name) => probe.Mark($"tidied {name}");
}

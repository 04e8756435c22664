using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>What a canceled task dispatches while it cleans up runs (fault R10).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R10Tests(DataServers servers)
{
    private const int Leftovers = 30;

    [Theory, EachBackend]
    public async Task All_that_the_clean_up_dispatches_runs_and_what_was_dispatched_before_is_canceled(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 4, "default");
        var (tasks, probe) = (application.Of<CleanUpTasksClient>(), application.Probe);
        var parent = await tasks.Work.DelayAsync(Leftovers);
        await Wait.UntilAsync(
            () => probe.Marks.Any(IsBefore), Limits.Long, static () => "the task has not dispatched its first child");

        Assert.True(await parent.CancelAsync("enough"));

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => parent.GetAsync(Limits.Long));
        Assert.Equal(TaskState.Canceled, failure.Failure.State);
        await probe.UntilAsync("tidied second");
        foreach (var number in Enumerable.Range(0, Leftovers))
        {
            await probe.UntilAsync($"tidied leftover {number}");
            await probe.UntilAsync($"tidied other {number}");
        }

        var before = application.Tasks.GetHandle(TaskId.Parse(probe.Marks.First(IsBefore)["before ".Length..]));
        await Application.UntilAsync(before, static snapshot => snapshot.State == TaskState.Canceled);
        Assert.Equal(0, probe.Count("tidied before"));
    }

    private static bool IsBefore(string mark) => mark.StartsWith("before ", StringComparison.Ordinal);
}

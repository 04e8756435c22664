using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>The idempotency key is computed from the arguments as they were written, which are read only once (fault R6).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R6Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task A_sequence_that_can_be_read_once_is_sent_and_makes_the_key(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 2, "default");
        var tasks = application.Of<EqualTasksClient>();

        var first = await tasks.Sum.DelayAsync(Once(1, 2));
        var other = await tasks.Sum.DelayAsync(Once(3, 4));
        var equal = await tasks.Sum.DelayAsync([1, 2]);

        Assert.Equal((false, false, true), (first.WasDeduplicated, other.WasDeduplicated, equal.WasDeduplicated));
        Assert.StartsWith("3 in", await first.GetAsync(Limits.Long), StringComparison.Ordinal);
        Assert.StartsWith("7 in", await other.GetAsync(Limits.Long), StringComparison.Ordinal);
    }

    [Theory, EachBackend]
    public async Task A_continuation_reads_its_arguments_once_too(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 2, "default");
        var tasks = application.Of<EqualTasksClient>();

        var chain = await application.Tasks.DelayAsync(
            tasks.Sum.Signature(Once(1, 2)).Then(tasks.Sum.Signature(Once(3, 4), factor: 2)));

        Assert.StartsWith("14 in", await chain.GetAsync(Limits.Long), StringComparison.Ordinal);
        Assert.True((await tasks.Sum.DelayAsync([3, 4], 2)).WasDeduplicated);
    }

    private static IEnumerable<int> Once(params int[] numbers)
    {
        var rest = new Queue<int>(numbers);
        return Enumerable.Range(0, int.MaxValue).TakeWhile(_ => rest.Count > 0).Select(_ => rest.Dequeue());
    }
}

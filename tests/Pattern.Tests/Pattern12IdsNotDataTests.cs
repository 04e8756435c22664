using TaskGen;
using TaskGen.Brokers;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern12IdsNotDataTests(DataServers servers)
{
    private const int DefaultLimit = 256 * 1024;
    private const int TooLong = 300_000;

    [Theory, EachBackend]
    public async Task Too_much_data_is_refused_by_an_error_that_names_task_parameter_and_size_and_nothing_is_enqueued(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var tasks = application.Of<TextTasksClient>();

        var error = await Assert.ThrowsAsync<TaskPayloadTooLargeException>(() => tasks.Describe.DelayAsync(1, new string('x', TooLong)));
        AssertNames(error);

        // One of many is enough to refuse them all, and a canvas is no way around it.
        AssertNames(await Assert.ThrowsAsync<TaskPayloadTooLargeException>(
            () => tasks.Describe.DelayManyAsync([1, TooLong], static length => new(2, new string('x', length)))));
        AssertNames(await Assert.ThrowsAsync<TaskPayloadTooLargeException>(() => application.Tasks.DelayAsync(
            Canvas.Group(tasks.Describe.Signature(1, "short"), tasks.Describe.Signature(2, new string('x', TooLong))))));

        Assert.Equal(default(QueueCounts), await application.CountAsync("default"));
    }

    [Theory, EachBackend]
    public async Task What_fits_runs_and_the_limit_is_an_option(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend, static options => options.MaxPayloadBytes = 1_000);
        await application.StartWorkerAsync("w1", 1, "default");
        var tasks = application.Of<TextTasksClient>();

        Assert.Equal(901, await (await tasks.Describe.DelayAsync(1, new string('x', 900))).GetAsync(Limits.Long));
        Assert.Equal(
            1_000,
            (await Assert.ThrowsAsync<TaskPayloadTooLargeException>(() => tasks.Describe.DelayAsync(1, new string('x', 1_000)))).Limit);
    }

    private static void AssertNames(TaskPayloadTooLargeException error)
    {
        Assert.Equal(("patterns.describe", DefaultLimit), (error.TaskName, error.Limit));
        Assert.InRange(error.Size, TooLong, TooLong + 100);
        Assert.Contains("'patterns.describe'", error.Message, StringComparison.Ordinal);
        Assert.Contains("'caption'", error.Message, StringComparison.Ordinal);
        Assert.Contains(error.Size.ToString(System.Globalization.CultureInfo.InvariantCulture), error.Message, StringComparison.Ordinal);
    }
}

using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>A failure keeps the messages of the inner exceptions (fault R2).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R2Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task The_caller_reads_the_message_of_the_inner_exception(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");
        var handle = await application.Of<FlakyTasksClient>().Break.DelayAsync(7);

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));

        Assert.Equal("System.InvalidOperationException: Order 7 has no card.", failure.Failure.InnerExceptions);
        Assert.EndsWith(" ---> System.InvalidOperationException: Order 7 has no card.", failure.Message, StringComparison.Ordinal);
    }
}

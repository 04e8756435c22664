using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests.Field;

/// <summary>A service that fails while its scope is disposed of fails the attempt (fault R20).</summary>
[Collection(TaskPatterns.Name)]
public sealed class R20Tests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task A_commit_that_fails_in_the_disposal_of_a_service_fails_the_task(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");

        var handle = await application.Of<CommitTasksClient>().Save.DelayAsync(failures: 1);

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        Assert.Equal("commit failed", failure.RemoteMessage);
        Assert.Single(await application.DeadLettersAsync("default"));
    }

    [Theory, EachBackend]
    public async Task A_retry_commits_what_the_first_attempt_did_not(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");

        var handle = await application.Of<CommitTasksClient>().SaveAgain.DelayAsync(failures: 1);

        Assert.Equal("saved in attempt 2", await handle.GetAsync(Limits.Long));
    }

    [Theory, EachBackend]
    public async Task The_disposal_of_the_task_class_itself_counts_too(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w", 1, "default");

        var handle = await application.Of<DisposedTasksClient>().Work.DelayAsync();

        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));
        Assert.Equal("flush failed", failure.RemoteMessage);
    }
}

using TaskGen;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(TaskPatterns.Name)]
public sealed class Pattern05FailureTests(DataServers servers)
{
    [Theory, EachBackend]
    public async Task Type_message_and_stack_of_the_worker_reach_the_caller_and_another_process(Backend backend)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        var handle = await application.Of<FlakyTasksClient>().Break.DelayAsync(7);
        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));

        Assert.Equal((TaskState.Failed, 1, handle.Id), (failure.State, failure.Attempts, failure.TaskId));
        Assert.Equal(typeof(OrderException).FullName, failure.RemoteExceptionType);
        Assert.Equal("Order 7 was not charged.", failure.RemoteMessage);
        Assert.Contains($"{nameof(FlakyTasks)}.{nameof(FlakyTasks.Break)}(", failure.RemoteStackTrace, StringComparison.Ordinal);

        var there = await application.AddCaller().GetHandle(handle.Id).GetSnapshotAsync();
        Assert.Equal(TaskState.Failed, there.State);
        Assert.Equal(failure.Failure, there.Failure);
        Assert.Equal("patterns.broken", there.Failure!.TaskName);
        Assert.Equal(handle.Id.Value, Assert.Single(await application.DeadLettersAsync("default")).Key.Id);
    }
}

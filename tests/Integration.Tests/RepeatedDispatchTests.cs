using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>A caller dispatches again with an id that it has used, since it does not know better.</summary>
public sealed class RepeatedDispatchTests
{
    [Fact]
    public async Task The_same_id_is_one_task_while_it_waits_while_it_runs_and_when_it_has_ended()
    {
        await using var server = await RedisServer.StartAsync();
        await using var app = new Application();
        var client = app.CreateClient(server.EndPoint);
        var tasks = Application.TasksOf(client);
        var id = (await tasks.Held.DelayAsync("a", "")).Id;
        Assert.Equal(id, (await RepeatAsync()).Id);

        await app.StartWorkerAsync(server.EndPoint);
        await app.StartWorkerAsync(server.EndPoint);
        await app.Ledger.UntilStartedAsync("a");
        Assert.Equal(id, (await RepeatAsync()).Id);

        app.Ledger.Open();
        Assert.Equal("a, 0", await (await RepeatAsync()).GetAsync(Limits.Long));
        Assert.Equal("a, 0", await (await RepeatAsync()).GetAsync(Limits.Long));
        await app.DrainAsync(client);
        Assert.Single(app.Ledger["a"].Starts);

        Task<TaskHandle<string>> RepeatAsync() => tasks.Held.With(new() { Id = id }).DelayAsync("a", "");
    }
}

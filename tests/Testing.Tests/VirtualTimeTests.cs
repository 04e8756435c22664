using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace TaskGen.Testing.Tests;

/// <summary>The embedded broker on the clock of the test.</summary>
public sealed class VirtualTimeTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _time = new();
    private readonly Ledger _ledger = new();
    private IHost _host = null!;
    private OrderTasksClient _orders = null!;

    public async Task InitializeAsync()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.Services.AddSingleton(_ledger);
        builder.Services.AddTaskGen().UseInMemory().AddGeneratedTasks().AddWorker(worker => worker.Queue("default"));
        _host = builder.Build();
        await _host.StartAsync();
        _orders = _host.Services.GetRequiredService<OrderTasksClient>();
    }

    public async Task DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    [Fact]
    public async Task A_task_delayed_by_a_day_runs_when_the_clock_is_advanced_by_a_day()
    {
        var handle = await _orders.Place.With(new() { Countdown = TimeSpan.FromDays(1) }).DelayAsync("ann", [1, 2]);
        _time.Advance(TimeSpan.FromHours(23));
        Assert.Equal(TaskState.Scheduled, (await handle.GetSnapshotAsync()).State);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(3, await handle.GetAsync().WaitAsync(Patience));
    }

    [Fact]
    public async Task A_retry_waits_for_the_clock()
    {
        var handle = await _orders.Place.DelayAsync("flaky", [7]);
        for (var attempt = 1; attempt < 3; attempt++)
        {
            await UntilAsync(handle, TaskState.Retrying, attempt);
            _time.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(7, await handle.GetAsync().WaitAsync(Patience));
        Assert.Equal(3, (await handle.GetSnapshotAsync()).Attempt);
    }

    private static async Task UntilAsync(TaskHandle handle, TaskState state, int attempt)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await handle.GetSnapshotAsync(limit.Token) is var snapshot && (snapshot.State, snapshot.Attempt) != (state, attempt))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

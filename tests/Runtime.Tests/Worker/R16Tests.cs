namespace TaskGen.Tests.Worker;

/// <summary>Log messages name tasks, and state rounded durations (fault R16).</summary>
public sealed class R16Tests
{
    [Fact]
    public async Task The_start_and_the_success_of_a_task_are_logged_at_level_debug_with_a_duration()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = (text, _) =>
        {
            host.Time.Advance(TimeSpan.FromMilliseconds(1234.5678));
            return Task.FromResult(text);
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await TestHost.ResultAsync(handle);

        Assert.Single(host.Logs.Lines, line => line.StartsWith("Debug Task", StringComparison.Ordinal)
            && line.Contains($"({handle.Id}) has started attempt 1 of 1.", StringComparison.Ordinal));
        Assert.Single(host.Logs.Lines, line => line.StartsWith("Debug Task", StringComparison.Ordinal)
            && line.Contains($"({handle.Id}) succeeded on attempt 1 after 1.23 s.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_shutdown_says_for_which_tasks_it_waits_and_which_return()
    {
        await using var host = new TestHost();
        var worker = await host.StartWorkerAsync(1, configure: static options => options.ShutdownTimeout = TimeSpan.Zero);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            await gate.PassAsync(context.CancellationToken);
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await gate.Arrived;

        await worker.StopAsync(CancellationToken.None).WaitAsync(TestHost.Patience);

        Assert.Single(
            host.Logs.Lines,
            line => line.Contains("waits up to 0 ms for 1 running task(s) in queue default: ", StringComparison.Ordinal)
                && line.Contains($"({handle.Id}).", StringComparison.Ordinal));
        Assert.Single(host.Logs.Lines, line => line.Contains($"({handle.Id}) did not end before the shutdown.", StringComparison.Ordinal));
    }
}

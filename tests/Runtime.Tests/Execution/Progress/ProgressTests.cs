using System.Diagnostics;

namespace TaskGen.Tests.Execution;

public sealed class ProgressTests
{
    [Fact]
    public async Task A_million_reports_cost_little_and_one_an_interval_leaves()
    {
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));
        await host.StartWorkerAsync(1);
        var took = TimeSpan.Zero;
        host.Script.Body = async (text, context) =>
        {
            // The first one leaves at once; it is waited for, since a loop that holds its thread says nothing about when the pump has one.
            context.Progress.Report(0, 1_000_000);
            await TestHost.UntilAsync(() => Task.FromResult(broker!.Reports.Count > 0));
            var watch = Stopwatch.StartNew();
            for (var i = 1; i <= 1_000_000; i++)
            {
                context.Progress.Report(i, 1_000_000);
                if (i % 100_000 == 0)
                {
                    host.Time.Advance(TimeSpan.FromSeconds(0.5));
                }
            }

            took = watch.Elapsed;
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Reporting>("x");
        await TestHost.ResultAsync(handle);

        Assert.Equal(1_000_000, (await handle.GetSnapshotAsync()).Progress!.Current);
        Assert.InRange(broker!.Reports.Count, 1, 6);
        var times = broker.Reports.Select(static report => report.At).ToList();
        Assert.All(times.Zip(times.Skip(1)), static pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(0.5)));
        Assert.True(took < TimeSpan.FromSeconds(10), $"It took {took}.");
    }

    [Fact]
    public async Task Stages_arrive_in_order_in_another_process_and_the_stream_ends_with_the_task()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var seen = Enumerable.Range(0, 5).Select(static _ => new TaskCompletionSource()).ToArray();
        host.Script.Body = async (text, context) =>
        {
            for (var i = 0; i < 5; i++)
            {
                context.Progress.Report(i, 5, $"stage {i}");
                await seen[i].Task;
            }

            context.Progress.Report(5, 5, "done");
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Reporting>("x");
        var other = host.NewClient().GetHandle(handle.Id);

        var stages = await host.PumpAsync(ReadAsync());

        Assert.Equal(["stage 0", "stage 1", "stage 2", "stage 3", "stage 4", "done"], stages);

        async Task<List<string?>> ReadAsync()
        {
            var read = new List<string?>();
            await foreach (var progress in other.ProgressAsync())
            {
                read.Add(progress.Status);
                if (read.Count <= 5)
                {
                    seen[read.Count - 1].SetResult();
                }
            }

            return read;
        }
    }

    [Theory]
    [InlineData("succeeds")]
    [InlineData("fails")]
    [InlineData("hangs")]
    public async Task The_last_report_is_never_lost(string how)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var gate = new Gate();
        host.Script.Body = async (text, context) =>
        {
            context.Progress.Report(1, 3, "first");
            context.Progress.Report(2, 3, "middle");
            context.Progress.Report(3, 3, "last");
            switch (text)
            {
                case "fails":
                    throw new InvalidOperationException();
                case "hangs":
                    await gate.PassAsync();
                    break;
            }

            return text;
        };
        var handle = await host.DelayAsync<Profiles.Limited>(how);
        if (how == "hangs")
        {
            await gate.Arrived;
            host.Time.Advance(TimeSpan.FromSeconds(20));
        }

        await handle.GetAsync().WaitAsync(TestHost.Patience).ContinueWith(static _ => true);

        Assert.Equal("last", (await handle.GetSnapshotAsync()).Progress!.Status);
        gate.Open();
    }

    [Fact]
    public async Task A_report_over_the_limit_is_dropped_with_a_log_and_the_task_is_unharmed()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, context) =>
        {
            context.Progress.Report(1, 1, new string('s', 5_000));
            return Task.FromResult(text);
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");

        Assert.Equal("x", await TestHost.ResultAsync(handle));

        Assert.Null((await handle.GetSnapshotAsync()).Progress);
        Assert.Contains(host.Logs.Lines, static line => line.Contains("was dropped", StringComparison.Ordinal)
            && line.Contains("the limit is 4096 bytes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_over_the_limit_does_not_take_an_earlier_one_with_it()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var reported = new TaskCompletionSource();
        host.Script.Body = async (text, context) =>
        {
            context.Progress.Report(1, 2, "fits");
            await reported.Task;
            context.Progress.Report(2, 2, new string('s', 5_000));
            return text;
        };
        var handle = await host.DelayAsync<Profiles.Reporting>("x");
        await TestHost.UntilAsync(handle, static snapshot => snapshot.Progress is not null);
        reported.SetResult();
        await TestHost.ResultAsync(handle);

        Assert.Equal("fits", (await handle.GetSnapshotAsync()).Progress!.Status);
    }

    [Fact]
    public async Task A_report_after_the_end_is_ignored()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        ITaskProgress? kept = null;
        host.Script.Body = (text, context) =>
        {
            kept = context.Progress;
            kept.Report(1, 1, "inside");
            return Task.FromResult(text);
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await TestHost.ResultAsync(handle);

        kept!.Report(2, 2, "outside");
        host.Time.Advance(TimeSpan.FromSeconds(10));
        await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("next"));

        Assert.Equal("inside", (await handle.GetSnapshotAsync()).Progress!.Status);
    }
}

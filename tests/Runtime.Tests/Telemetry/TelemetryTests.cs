using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TaskGen.Tests.Telemetry;

public sealed class TelemetryTests
{
    [Fact]
    public async Task One_trace_spans_the_caller_the_task_and_the_child_it_dispatches()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name is "TaskGen" or "Test",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Test");
        await using var host = new TestHost();
        await host.StartWorkerAsync(2);
        host.Script.Body = async (text, _) => text == "parent" ? await (await host.DelayAsync<Profiles.Plain>("child")).GetAsync() : text;
        using var caller = source.StartActivity("caller")!;
        caller.TraceStateString = "vendor=1";
        var handle = await host.DelayAsync<Profiles.Plain>("parent");
        await TestHost.ResultAsync(handle);
        await TestHost.UntilAsync(() => Task.FromResult(stopped.Count(activity => activity.TraceId == caller.TraceId) == 4));

        var trace = stopped.Where(activity => activity.TraceId == caller.TraceId).ToList();
        var send = Assert.Single(trace, activity => activity.ParentSpanId == caller.SpanId);
        var process = Assert.Single(trace, activity => activity.ParentSpanId == send.SpanId);
        var childSend = Assert.Single(trace, activity => activity.ParentSpanId == process.SpanId);
        var childProcess = Assert.Single(trace, activity => activity.ParentSpanId == childSend.SpanId);
        Assert.Equal(("send default", ActivityKind.Producer), (send.OperationName, send.Kind));
        Assert.Equal(("process default", ActivityKind.Consumer), (process.OperationName, process.Kind));
        Assert.Equal("vendor=1", childProcess.TraceStateString);
        Assert.Equal(handle.Id.ToString(), process.GetTagItem("messaging.message.id"));
        Assert.Equal("succeeded", process.GetTagItem("taskgen.task.outcome"));
        Assert.Equal("plain", process.GetTagItem("taskgen.task.name"));
    }

    [Fact]
    public async Task What_is_sent_and_consumed_is_counted_by_outcome()
    {
        await using var host = new TestHost();
        var counts = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = static (instrument, self) =>
        {
            if (instrument.Meter.Name == "TaskGen")
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value);
            if (all.GetValueOrDefault("messaging.destination.name") is "measured")
            {
                counts.AddOrUpdate(
                    $"{instrument.Name} {all.GetValueOrDefault("taskgen.task.outcome")}".Trim(), value, (_, sum) => sum + value);
            }
        });
        listener.Start();
        await host.StartWorkerAsync(1, queue: "measured");
        host.Script.Body = static (text, context) => text switch
        {
            "fails" => throw new InvalidOperationException(),
            "retries" when context.Attempt == 1 => throw new InvalidOperationException(),
            _ => Task.FromResult(text),
        };
        var options = new EnqueueOptions { Queue = "measured" };

        await host.PumpAsync(await host.DelayAsync<Profiles.Plain>("ok", options));
        await host.PumpFailureAsync(await host.DelayAsync<Profiles.Plain>("fails", options));
        await host.PumpAsync(await host.DelayAsync<Profiles.Retrying>("retries", options));
        await host.DelayAsync<Profiles.Idempotent>("same", options);
        await host.PumpAsync(await host.DelayAsync<Profiles.Idempotent>("same", options));
        await TestHost.UntilAsync(() => Task.FromResult(counts.GetValueOrDefault("taskgen.worker.running") == 0));

        Assert.Equal(4, counts["messaging.client.sent.messages"]);
        Assert.Equal(1, counts["taskgen.client.deduplicated"]);
        Assert.Equal(3, counts["messaging.client.consumed.messages succeeded"]);
        Assert.Equal(1, counts["messaging.client.consumed.messages failed"]);
        Assert.Equal(1, counts["messaging.client.consumed.messages retry"]);
    }

    [Fact]
    public async Task Log_lines_of_a_task_carry_its_id_name_and_attempt()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, context) =>
        {
#pragma warning disable CA1848, CA1873
            context.Logger.LogInformation("inside");
            context.Services.GetRequiredService<ILoggerFactory>().CreateLogger("other").LogInformation("beside");
#pragma warning restore CA1848, CA1873
            return Task.FromResult(text);
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");
        await TestHost.ResultAsync(handle);

        // The start and the success of the task are logged too, at level Debug.
        var lines = host.Logs.Lines
            .Where(line => line.Contains($"TaskId={handle.Id}, TaskName=plain, TaskAttempt=1", StringComparison.Ordinal))
            .Select(static line => line.Split(' ')[0]);
        Assert.Equal(["Debug", "Information", "Information", "Debug"], lines);
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;
using TaskGen.Dispatch;
using TaskGen.Telemetry;

namespace TaskGen.Tests.Dispatch;

public sealed class BatchSenderTests : IDisposable
{
    private const string Queue = "batches";

    private readonly FakeTimeProvider _time = new();
    private readonly TaskGenMetrics _metrics = new();
    private readonly HookedBroker _broker;

    public BatchSenderTests() => _broker = new HookedBroker(new InMemoryBroker(_time, new BrokerLimits(TimeSpan.FromDays(1), 100)));

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task What_is_sent_together_is_counted_by_name()
    {
        var counts = new ConcurrentDictionary<string, long>();
        using var listener = Listen(counts);

        var outcomes = await SenderOf(RepeatPolicy.Relay)
            .SendAsync(Queue, [TaskOf("a", "key"), TaskOf("a", "key"), TaskOf("b"), TaskOf("b")], CancellationToken.None);

        Assert.Equal([false, true, false, false], outcomes.Select(static outcome => outcome.Joined));
        Assert.Equal(1, counts["messaging.client.sent.messages a"]);
        Assert.Equal(1, counts["taskgen.client.deduplicated a"]);
        Assert.Equal(2, counts["messaging.client.sent.messages b"]);
        Assert.Equal(3, counts.Count);
    }

    [Fact]
    public async Task What_is_more_than_a_batch_goes_in_several_and_a_refusal_says_how_many_tasks_went_before_it()
    {
        List<NewTask> tasks = [.. Enumerable.Range(0, BatchRules.MaxTasks + 1).Select(static _ => TaskOf("a"))];

        var outcomes = await SenderOf(RepeatPolicy.Dispatch).SendAsync(Queue, tasks, CancellationToken.None);
        Assert.Equal(tasks.Select(static task => task.Id), outcomes.Select(static outcome => outcome.Id));

        var calls = 0;
        _broker.OnEnqueue = apply => ++calls == 2 ? throw new TaskBrokerException("It is full.") : apply();
        var refusal = await Assert.ThrowsAsync<TaskBrokerException>(
            () => SenderOf(RepeatPolicy.Dispatch).SendAsync(Queue, tasks, CancellationToken.None));
        Assert.Equal("1000 tasks of this dispatch were enqueued. The broker refused the remaining tasks: It is full.", refusal.Message);
    }

    [Fact]
    public async Task A_batch_without_an_answer_is_repeated_and_then_names_its_tasks()
    {
        var calls = 0;
        _broker.OnEnqueue = _ =>
        {
            calls++;
            throw new BrokerUnknownException("The reply was lost.");
        };
        var task = TaskOf("a");

        var unknown = await Assert.ThrowsAsync<TaskEnqueueUnknownException>(
            () => SenderOf(RepeatPolicy.Relay).SendBatchAsync(Queue, [task], CancellationToken.None));

        Assert.Equal([new TaskId(task.Id, Queue)], unknown.Ids);
        Assert.Equal(RepeatPolicy.Relay.MaxTries, calls);
    }

    [Fact]
    public async Task Nothing_to_send_is_not_sent()
    {
        _broker.OnEnqueue = static _ => throw new InvalidOperationException("Nothing was to be sent.");

        Assert.Empty(await SenderOf(RepeatPolicy.Dispatch).SendAsync(Queue, [], CancellationToken.None));
    }

    private static NewTask TaskOf(string name, string? key = null) =>
        Templates.Least(name, Queue).ToNewTask(Guid.CreateVersion7(), "{}"u8, key);

    private BatchSender SenderOf(RepeatPolicy repeats) => new(_broker, _time, _metrics, repeats);

    private static MeterListener Listen(ConcurrentDictionary<string, long> counts)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Meter.Name == TaskGenMetrics.MeterName)
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value);
            if (all.GetValueOrDefault("messaging.destination.name") is Queue)
            {
                counts.AddOrUpdate($"{instrument.Name} {all["taskgen.task.name"]}", value, (_, sum) => sum + value);
            }
        });
        listener.Start();
        return listener;
    }
}

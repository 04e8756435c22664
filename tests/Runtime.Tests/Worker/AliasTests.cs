using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.Definitions;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Tests.Worker;

/// <summary>Tasks that were renamed, and callers that do not know it yet.</summary>
public sealed class AliasTests : IAsyncDisposable
{
    private readonly TestHost _host = new();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_dispatched_under_an_old_name_runs_and_says_its_own_while_its_record_keeps_the_old_one(bool isOldest)
    {
        await _host.StartWorkerAsync(1);
        _host.Script.Body = static (text, context) => Task.FromResult($"{context.Name}: {text}");

        var handle = isOldest ? await _host.DelayAsync<Profiles.Former>("x") : await _host.DelayAsync<Profiles.Between>("x");

        Assert.Equal("renamed: x", await TestHost.ResultAsync(handle));
        Assert.Equal(isOldest ? "former" : "between", (await handle.GetSnapshotAsync()).Name);
    }

    [Fact]
    public async Task A_retry_and_a_dead_letter_keep_the_name_under_which_the_task_was_dispatched()
    {
        await _host.StartWorkerAsync(1);
        _host.Script.Body = static (_, _) => throw new InvalidOperationException();
        var handle = await _host.DelayAsync<Profiles.Former>("x");

        var failure = await _host.PumpFailureAsync(handle);

        Assert.Equal((2, "former"), (failure.Attempts, (await handle.GetSnapshotAsync()).Failure!.TaskName));
        Assert.True(EnvelopeCodec.TryDecode(Assert.Single(await _host.DeadLettersAsync()).Envelope, out var envelope, out _));
        Assert.Equal("former", envelope.Name);
        Assert.Contains(_host.Logs.Lines, line => line.Contains("Task renamed (", StringComparison.Ordinal)
            && line.Contains("failed permanently", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Equal_dispatches_join_whichever_of_its_names_their_callers_know()
    {
        var old = await _host.DelayAsync<Profiles.Former>("a");
        var between = await _host.DelayAsync<Profiles.Between>("a");
        var renamed = await _host.DelayAsync<Profiles.Renamed>("a");
        Assert.Equal([old.Id, old.Id], [between.Id, renamed.Id]);

        renamed = await _host.DelayAsync<Profiles.Renamed>("b");
        Assert.Equal(renamed.Id, (await _host.DelayAsync<Profiles.Former>("b")).Id);

        var options = new EnqueueOptions { IdempotencyKey = "k" };
        renamed = await _host.DelayAsync<Profiles.Renamed>("c", options);
        Assert.Equal(renamed.Id, (await _host.DelayAsync<Profiles.Former>("d", options)).Id);
    }

    [Fact]
    public async Task A_task_of_a_canvas_joins_what_was_dispatched_under_an_old_name()
    {
        await _host.StartWorkerAsync(1);
        var first = await _host.DelayAsync<Profiles.Former>("a");
        await TestHost.ResultAsync(first);

        var chain = await _host.Client.DelayAsync(
            Scripts.Of<Profiles.Renamed>("a").Then(Scripts.Partial<string, Profiles.Renamed>()).Then(Scripts.Partial()));

        Assert.Equal("a", await _host.PumpAsync(chain));
        Assert.Equal(2, _host.Script.Started.Count);
    }

    [Fact]
    public async Task A_canvas_of_old_names_runs_to_its_end()
    {
        await _host.StartWorkerAsync(2);
        _host.Script.Body = static (text, context) => Task.FromResult($"{text}>{context.Name}");

        var group = await _host.Client.DelayAsync(Canvas.Group(((string[])["a", "b"]).Select(static text =>
            Scripts.Of<Profiles.Former>(text).Then(Scripts.Partial<string, Profiles.Between>()))));

        Assert.Equal(["a>renamed>renamed", "b>renamed>renamed"], await _host.PumpAsync(group.GetAsync()));
    }

    [Fact]
    public async Task It_is_dispatched_by_an_old_name_under_its_own_and_listed_once_with_all()
    {
        var registry = _host.Services.GetRequiredService<ITaskRegistry>();
        await _host.StartWorkerAsync(1);

        TaskHandle handle = await registry.DelayAsync("former", """{"text":"x"}""");

        Assert.Equal("x", await _host.PumpAsync(Assert.IsType<TaskHandle<string>>(handle)));
        Assert.Equal("renamed", (await handle.GetSnapshotAsync()).Name);
        Assert.Equal(["former", "between"], Assert.Single(registry.Tasks, static task => task.Name == "renamed").Aliases);
        Assert.DoesNotContain(registry.Tasks, static task => task.Name is "former" or "between");
        Assert.Empty(Assert.Single(registry.Tasks, static task => task.Name == "plain").Aliases);
    }

    [Fact]
    public async Task What_still_comes_under_an_old_name_can_be_seen_in_traces_and_metrics()
    {
        var activities = new ConcurrentQueue<Activity>();
        using var activityListener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "TaskGen",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Enqueue,
        };
        ActivitySource.AddActivityListener(activityListener);
        var consumed = new ConcurrentQueue<string>();
        using var meterListener = new MeterListener
        {
            InstrumentPublished = static (instrument, self) =>
            {
                if (instrument.Name == "messaging.client.consumed.messages")
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        meterListener.SetMeasurementEventCallback<long>((_, _, tags, _) =>
        {
            var all = tags.ToArray().ToDictionary(static tag => tag.Key, static tag => tag.Value);
            if (all["messaging.destination.name"] is "aliased")
            {
                consumed.Enqueue($"{all["taskgen.task.name"]} {all.GetValueOrDefault("taskgen.task.alias", "-")}");
            }
        });
        meterListener.Start();
        await _host.StartWorkerAsync(1, queue: "aliased");
        var options = new EnqueueOptions { Queue = "aliased" };

        await TestHost.ResultAsync(await _host.DelayAsync<Profiles.Former>("a", options));
        await TestHost.ResultAsync(await _host.DelayAsync<Profiles.Renamed>("b", options));
        await TestHost.UntilAsync(() => Task.FromResult(Ended().Count() == 2));

        Assert.Equal(["former", null], Ended().Select(static activity => activity.GetTagItem("taskgen.task.alias")));
        Assert.All(Ended(), static activity => Assert.Equal("renamed", activity.GetTagItem("taskgen.task.name")));
        Assert.Equal(["renamed former", "renamed -"], consumed);

        IEnumerable<Activity> Ended() => activities.Where(static activity => activity.OperationName == "process aliased");
    }

    [Fact]
    public void A_name_leads_to_one_task_only()
    {
        var table = new TaskTable();
        table.Add(new TaskEntry<Scripted<Profiles.Renamed>, ScriptedArgs, string, TaskHandle<string>>());

        var byName = Assert.Throws<InvalidOperationException>(
            () => table.Add(new TaskEntry<Scripted<Profiles.Former>, ScriptedArgs, string, TaskHandle<string>>()));
        var byAlias = Assert.Throws<InvalidOperationException>(
            () => table.Add(new TaskEntry<Scripted<Thief>, ScriptedArgs, string, TaskHandle<string>>()));
        var twice = Assert.Throws<InvalidOperationException>(
            () => table.Add(new TaskEntry<Scripted<Profiles.Renamed>, ScriptedArgs, string, TaskHandle<string>>()));

        Assert.StartsWith("Two tasks use the name 'former': it is an alias of ", byName.Message, StringComparison.Ordinal);
        Assert.Contains("Renamed] and the wire name of ", byName.Message, StringComparison.Ordinal);
        Assert.Contains("'renamed': it is the wire name of ", byAlias.Message, StringComparison.Ordinal);
        Assert.StartsWith("Two tasks have the wire name 'renamed': ", twice.Message, StringComparison.Ordinal);
        Assert.False(table.TryFind("thief", out _));
        Assert.Single(table.Entries);
    }

    [Fact]
    public void An_alias_that_says_nothing_new_does_no_harm()
    {
        var table = new TaskTable();
        table.Add(new TaskEntry<Scripted<Repetitive>, ScriptedArgs, string, TaskHandle<string>>());

        Assert.True(table.TryFind("old", out var entry));
        Assert.Equal(["old"], entry.Aliases);
    }

    [Fact]
    public void Keys_are_made_of_the_first_name()
    {
        var arguments = Encoding.UTF8.GetBytes("{}");
        Assert.Equal("a", IdempotencyKeys.NameFor("a", []));
        Assert.Equal("b", IdempotencyKeys.NameFor("a", ["b", "c"]));
        Assert.NotEqual(IdempotencyKeys.FromArguments("a", arguments), IdempotencyKeys.FromArguments("b", arguments));
    }

    private readonly struct Thief : IProfile
    {
        public static string Name => "thief";

        public static IReadOnlyList<string> Aliases => ["renamed"];

        public static TaskDefaults Defaults { get; } = new();
    }

    private readonly struct Repetitive : IProfile
    {
        public static string Name => "new";

        public static IReadOnlyList<string> Aliases => ["old", "new", "old"];

        public static TaskDefaults Defaults { get; } = new();
    }
}

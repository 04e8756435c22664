using System.Text;
using Microsoft.Extensions.Time.Testing;
using TaskGen.Canvases;
using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Tests;

public sealed class CanvasPlannerTests
{
    private readonly TaskGenOptions _limits = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Every_task_has_a_record_and_keeps_its_result_for_ten_minutes_at_least()
    {
        var plan = Plan(
            Scripts.Of<Profiles.Ignored>("a").Then(Scripts.Of<Profiles.ShortLived>("b")).Then(Scripts.Of<Profiles.Idempotent>("c")));

        const EnvelopeFlags Kept = EnvelopeFlags.HasRecord | EnvelopeFlags.KeepsResult;
        Assert.All(plan.Tasks, static task => Assert.True(task.Task.Template.Flags.HasFlag(Kept)));
        Assert.Equal([false, false, true], plan.Tasks.Select(static task => task.Task.Template.Flags.HasFlag(EnvelopeFlags.HasKey)));
        Assert.Equal(
            [TimeSpan.FromDays(1), TimeSpan.FromMinutes(10), TimeSpan.FromDays(1)],
            plan.Tasks.Select(static task => task.Task.Template.RecordTtl));
        Assert.All(plan.Tasks, static task => Assert.False(TaskIds.KeepsNoRecord(task.Task.Id)));
        Assert.Equal(TimeSpan.FromDays(1), plan.Commit.RecordTtl);
    }

    [Fact]
    public void What_a_node_carries_is_the_task_as_it_was_planned()
    {
        var options = new EnqueueOptions
        {
            Queue = "bulk",
            Priority = TaskPriority.High,
            Retry = 4,
            Countdown = TimeSpan.FromSeconds(3),
            Headers = new Dictionary<string, string> { ["who"] = "ann" },
        };
        var plan = Plan(Scripts.Of("a").Then(Scripts.Partial(options)), new() { ["taskgen-parent"] = "p" }, atFront: true);

        var task = CanvasTaskCodec.Read(plan.Nodes[1].Task);
        var template = task.Template;
        Assert.Equal(
            ("plain", "bulk", TaskPriority.High, 5, "text", true),
            (template.Name, template.Queue, template.Priority, template.MaxAttempts, task.InputName, template.AtFront));
        Assert.Equal((TimeSpan.FromSeconds(3), null, "{}"), (template.Delay, template.NotBefore, Text(task.Arguments)));
        Assert.Equal(
            [("taskgen-parent", "p"), ("who", "ann")],
            template.Headers.OrderBy(static header => header.Key, StringComparer.Ordinal)
                .Select(static header => (header.Key, header.Value)));
        Assert.Equal("""{"text":"a"}""", Text(CanvasTaskCodec.Read(plan.Nodes[0].Task).Arguments));
        Assert.Null(CanvasTaskCodec.Read(plan.Nodes[0].Task).InputName);
        var expiring = Plan(Scripts.Of<Profiles.Expiring>("a").Then(Scripts.Of("b")));
        Assert.Equal(TimeSpan.FromSeconds(30), CanvasTaskCodec.Read(expiring.Nodes[0].Task).Template.ExpiresAfter);
    }

    [Fact]
    public void A_key_is_made_of_the_arguments_that_are_there_or_once_they_are()
    {
        var plan = Plan(Scripts.Of<Profiles.Idempotent>("a")
            .Then(Scripts.Partial<string, Profiles.Idempotent>())
            .Then(Scripts.Partial<string, Profiles.Idempotent>(new() { IdempotencyKey = "k" })));

        var key = IdempotencyKeys.FromArguments("idempotent", Encoding.UTF8.GetBytes("""{"text":"a"}"""));
        Assert.Equal(
            [key, null, IdempotencyKeys.FromCaller("idempotent", "k")], plan.Tasks.Select(static task => task.Task.IdempotencyKey));
        Assert.Equal([false, true, false], plan.Tasks.Select(static task => task.Task.HasArgumentKey));
        Assert.Equal([false, true, false], plan.Tasks.Select(static task => task.Task.KeyArguments is not null));
        Assert.All(plan.Tasks, static task => Assert.Null(task.Task.InputDefault));
        Assert.Equal(key, CanvasArguments.KeyOf(plan.Tasks[1].Task, Encoding.UTF8.GetBytes("\"a\"")));
    }

    [Fact]
    public void An_id_of_the_caller_is_kept_and_names_one_task_only()
    {
        var id = new TaskId(Guid.CreateVersion7(), "default");
        var named = Scripts.Of("a", new() { Id = id });

        Assert.Equal(id, Plan(named.Then(Scripts.Of("b"))).Tasks[0].Task.TaskId);
        var error = Assert.Throws<ArgumentException>("Id", () => Plan(named.Then(named)));
        Assert.Contains(id.ToString(), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_ordinary_dispatch_would_refuse_is_refused()
    {
        _limits.MaxPayloadBytes = 20;

        Assert.Throws<TaskPayloadTooLargeException>(() => Plan(Scripts.Of("a").Then(Scripts.Of("longer than twenty bytes"))));
        Assert.Throws<ArgumentException>(() => Plan(Scripts.Of("a").Then(Scripts.Of("b", new() { Retry = -1 }))));
        Assert.Throws<ArgumentException>(() => Plan(Scripts.Of("a", new() { Queue = "no spaces" }).Then(Scripts.Of("b"))));
        Assert.Throws<ArgumentException>(() => Plan(
            Scripts.Of("a").OnError(Scripts.Of("b", new() { Headers = new Dictionary<string, string> { ["taskgen-x"] = "y" } }))));
    }

    [Fact]
    public void Pages_hold_two_hundred_nodes_or_a_mebibyte()
    {
        var plan = Plan(Canvas.Group(Enumerable.Range(0, 10_000).Select(static index => Scripts.Of($"{index}"))));
        var pages = plan.Pages().ToList();

        Assert.Equal(plan.Nodes, pages.SelectMany(static page => page));
        Assert.All(pages, static page => Assert.InRange(page.Count, 1, 200));
        Assert.Equal((10_001, 1, 0, "canvas"), (plan.Commit.Nodes, plan.Commit.Groups, plan.Commit.Entry, plan.Commit.Name));

        var large = Plan(Canvas.Group(Enumerable.Repeat(Scripts.Of(new string('x', 200_000)), 12))).Pages().ToList();
        Assert.All(large, static page => Assert.InRange(page.Sum(static node => node.Task.Length), 0, 1024 * 1024));
        Assert.Equal(13, large.Sum(static page => page.Count));
    }

    [Fact]
    public void A_canvas_without_a_task_is_a_plan_too()
    {
        var plan = Plan(Canvas.Group<string>([]));

        Assert.Equal(("default", 1, 1), (plan.Id.Queue, plan.Commit.Nodes, plan.Commit.Groups));
        Assert.Equal(TimeSpan.FromDays(1), plan.Commit.RecordTtl);
        Assert.Single(plan.Pages());
    }

    private CanvasPlan Plan(Signature signature, Dictionary<string, string>? headers = null, bool atFront = false) =>
        CanvasPlanner.Plan(
            CanvasLayout.Of(signature.Part, _limits), headers ?? [], atFront, _limits, TaskJson.Create(new TaskJsonOptions(), []), _time);

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}

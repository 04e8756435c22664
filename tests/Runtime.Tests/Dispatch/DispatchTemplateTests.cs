using System.Text;
using Microsoft.Extensions.Time.Testing;
using TaskGen.Brokers;
using TaskGen.Brokers.InMemory;
using TaskGen.Canvases;
using TaskGen.Dispatch;
using TaskGen.Serialization;
using TaskGen.Telemetry;

namespace TaskGen.Tests.Dispatch;

/// <summary>
/// Nothing of a dispatch is forgotten on its way to the broker, whether it goes alone or in a canvas. Reflection finds the properties, so
/// that a new one is covered as soon as it is there.
/// </summary>
public sealed class DispatchTemplateTests
{
    private static readonly Guid Id = Guid.Parse("0123456789abcdef0123456789abcdef");

    // What the worker reads from the declaration itself, so that it need not travel.
    private static readonly string[] OfWorker =
        [nameof(TaskDefaults.SoftTimeLimitSeconds), nameof(TaskDefaults.TimeLimitSeconds), nameof(TaskDefaults.ProgressIntervalSeconds)];

    // A value of each type that is no property's default.
    private static readonly Dictionary<Type, object> Others = new()
    {
        [typeof(bool)] = true,
        [typeof(int)] = 7,
        [typeof(double)] = 7.0,
        [typeof(string)] = "other",
        [typeof(TimeSpan)] = TimeSpan.FromSeconds(7),
        [typeof(DateTimeOffset)] = new DateTimeOffset(2030, 1, 2, 3, 4, 5, TimeSpan.Zero),
        [typeof(TaskId)] = new TaskId(Guid.Parse("fedcba9876543210fedcba9876543210"), "default"),
        [typeof(TaskPriority)] = TaskPriority.High,
        [typeof(EnvelopeFlags)] = EnvelopeFlags.HasRecord | EnvelopeFlags.KeepsResult | EnvelopeFlags.HasKey,
        [typeof(RetryPolicy)] = new RetryPolicy(7, 1, 60, static _ => true),
        [typeof(IDictionary<string, string>)] = new Dictionary<string, string> { ["other"] = "1" },
        [typeof(IReadOnlyDictionary<string, string>)] = new Dictionary<string, string> { ["other"] = "1" },
    };

    public static TheoryData<string> PropertiesOfTemplate => NamesOf<DispatchTemplate>();

    public static TheoryData<string> PropertiesOfOptions => NamesOf<EnqueueOptions>();

    public static TheoryData<string> PropertiesOfDefaults => NamesOf<TaskDefaults>();

    [Theory]
    [MemberData(nameof(PropertiesOfTemplate))]
    public async Task A_property_of_a_template_is_in_what_is_sent_alone_and_in_a_canvas(string property)
    {
        var template = Change(Templates.Least(), property);

        var alone = SendAlone(template);
        Assert.NotEqual(SendAlone(Templates.Least()), alone);
        Assert.Equal(alone, await SendInCanvasAsync(template));
    }

    [Theory]
    [MemberData(nameof(PropertiesOfOptions))]
    public async Task An_option_reaches_the_broker_alone_and_in_a_canvas(string option)
    {
        var options = Change(new EnqueueOptions { Id = new TaskId(Id, "default") }, option);
        options = options.Queue is { } queue ? options with { Id = new TaskId(Id, queue) } : options;

        var alone = await EnqueueAsync(options, isCanvas: false);
        Assert.NotEqual(await EnqueueAsync(new EnqueueOptions { Id = new TaskId(Id, "default") }, isCanvas: false), alone);
        Assert.Equal(alone, await EnqueueAsync(options, isCanvas: true));
    }

    [Theory]
    [MemberData(nameof(PropertiesOfDefaults))]
    public void What_a_task_declares_is_in_its_template(string property)
    {
        var headers = new Dictionary<string, string>();

        var isSame = Create(new TaskDefaults()) == Create(Change(new TaskDefaults(), property));

        Assert.Equal(OfWorker.Contains(property), isSame);

        DispatchTemplate Create(TaskDefaults defaults) =>
            DispatchRules.CreateTemplate("t", defaults, new EnqueueOptions(), headers, maxHeaderBytes: 1000, atFront: false);
    }

    private static string SendAlone(DispatchTemplate template) => Show(template.Queue, template.ToNewTask(Id, "{}"u8, "key"));

    private static async Task<string> SendInCanvasAsync(DispatchTemplate template)
    {
        var time = new FakeTimeProvider();
        var broker = new InMemoryBroker(time, new BrokerLimits(TimeSpan.FromDays(1), 100));
        using var metrics = new TaskGenMetrics();
        var starter = new CanvasStarter(broker, new CanvasReader(broker), new TaskGenOptions(), time, metrics);
        var task = new CanvasTask
        {
            Id = Id, Template = template, Arguments = Encoding.UTF8.GetBytes("{}"), KeyName = "t", IdempotencyKey = "key",
        };
        var start = new StartDelivery(default, Guid.CreateVersion7(), 0, CanvasTaskCodec.Write(task), null);

        var composed = await starter.ComposeAsync("default", start, CancellationToken.None);
        Assert.NotNull(composed.Task.Follow);
        return Show(composed.Queue, composed.Task);
    }

    private static async Task<string> EnqueueAsync(EnqueueOptions options, bool isCanvas)
    {
        CapturingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, _) => broker = new CapturingBroker(inner));
        _ = isCanvas
            ? await host.Client.DelayAsync(Scripts.Of("a", options).Then(Scripts.Of("b")))
            : await host.Client.DelayAsync(Scripts.Of("a", options));
        var (queue, task) = await broker!.Enqueued.ReadAsync().AsTask().WaitAsync(TestHost.Patience);
        return Show(queue, task);
    }

    // Without what differs between two dispatches: whom the end of a task of a canvas is told, and the trace where another test listens.
    private static string Show(string queue, NewTask task)
    {
        Assert.True(EnvelopeCodec.TryDecode(task.Envelope, out var envelope, out var problem), problem);
        var headers = envelope.Headers.Where(static header => !header.Key.StartsWith("trace", StringComparison.Ordinal));
        var rest = task with { Envelope = default, Follow = null };
        var arguments = Encoding.UTF8.GetString(envelope.Arguments.Span);
        return $"{queue} {rest} {envelope.Name} {envelope.Header} {string.Join(';', headers)} {arguments}";
    }

    private static TheoryData<string> NamesOf<T>() =>
        [.. typeof(T).GetProperties().Where(static property => property.CanWrite).Select(static property => property.Name)];

    private static T Change<T>(T target, string name)
        where T : notnull
    {
        var property = typeof(T).GetProperty(name)!;
        property.SetValue(target, Others[Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType]);
        return target;
    }
}

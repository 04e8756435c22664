namespace TaskGen.Tests.Client;

public sealed class HostileInputTests
{
    public static TheoryData<int> Cases => [.. Enumerable.Range(0, Hostile.Names.Count)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_hostile_name_is_refused_everywhere_with_a_message_that_is_safe_to_print_and_nothing_is_enqueued(int index)
    {
        var name = Hostile.Names[index];
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));

        ArgumentException[] errors =
        [
            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Queue = name })),
            await Assert.ThrowsAnyAsync<ArgumentException>(
                () => host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Headers = { [name] = "v" } })),
            Assert.ThrowsAny<ArgumentException>(() => new TaskId(Guid.CreateVersion7(), name)),
            Assert.ThrowsAny<ArgumentException>(() => new WorkerOptions().Queue(name)),
        ];
        var format = Assert.Throws<FormatException>(() => TaskId.Parse($"{Guid.NewGuid():N}.{name}"));
        var options = Assert.Throws<InvalidOperationException>(() => new TestHost(settings => settings.Namespace = name));

        Assert.All(errors.Select(static error => error.Message).Append(format.Message).Append(options.Message), static message =>
        {
            Assert.True(message.Length < 1_000);
            Assert.DoesNotContain(message, static character => character is < ' ' or > '~');
        });
        Assert.False(TaskId.TryParse(name, out _));
        Assert.Equal(0, broker!.Batches);
    }

    [Fact]
    public async Task Names_that_only_look_hostile_work_like_any_other()
    {
        await using var host = new TestHost();
        foreach (var name in Hostile.ValidNames)
        {
            var handle = await host.DelayAsync<Profiles.Plain>(
                name, new EnqueueOptions { Queue = name, Headers = { [name] = "v\0\r\n😀" }, IdempotencyKey = name });
            await host.StartWorkerAsync(1, queue: name);
            Assert.Equal(name, await TestHost.ResultAsync(host.Client.GetHandle<string>(TaskId.Parse(handle.Id.ToString()))));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task An_idempotency_key_or_header_value_that_is_no_text_is_refused(int index)
    {
        // By index: the test runner itself would repair half a surrogate pair.
        var text = new[] { "", "\uD800", "a\uDC00b" }[index];
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));

        await Assert.ThrowsAsync<ArgumentException>(
            () => host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { IdempotencyKey = text }));
        await Assert.ThrowsAsync<ArgumentException>(
            () => host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Headers = { ["h"] = text.Length == 0 ? null! : text } }));
        await Assert.ThrowsAsync<ArgumentException>(
            () => host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { IdempotencyKey = new string('k', 1_025) }));
        Assert.Equal(0, broker!.Batches);
    }

    [Fact]
    public async Task Options_that_contradict_themselves_are_refused_by_name()
    {
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));
        var id = new TaskId(Guid.CreateVersion7(), "other");
        (EnqueueOptions Options, string Named)[] cases =
        [
            (new() { Countdown = TimeSpan.FromSeconds(-1) }, "Countdown"),
            (new() { Countdown = TimeSpan.Zero, NotBefore = DateTimeOffset.MaxValue }, "NotBefore"),
            (new() { Retry = -1 }, "Retry"),
            (new() { Retry = 10_001 }, "Retry"),
            (new() { Priority = (TaskPriority)77 }, "Priority"),
            (new() { Id = id }, "Id"),
            (new() { Headers = { ["taskgen-parent"] = "x" } }, "taskgen-"),
            (new() { Headers = { ["TaskGen-x"] = "x" } }, "taskgen-"),
        ];
        foreach (var (options, named) in cases)
        {
            var error = await Assert.ThrowsAsync<ArgumentException>(() => host.DelayAsync<Profiles.Plain>("x", options));
            Assert.Contains(named, error.Message, StringComparison.Ordinal);
            Assert.Contains("'plain'", error.Message, StringComparison.Ordinal);
        }

        await Assert.ThrowsAsync<ArgumentException>(() => host.DelayManyAsync<Profiles.Plain>(
            ["1", "2"], new EnqueueOptions { Id = new TaskId(Guid.CreateVersion7(), "default") }));
        Assert.Equal(0, broker!.Batches);
    }

    [Fact]
    public async Task What_is_too_large_is_refused_with_the_task_the_part_and_the_size()
    {
        RecordingBroker? broker = null;
        await using var host = new TestHost(decorate: (inner, time) => broker = new RecordingBroker(inner, time));

        var payload = await Assert.ThrowsAsync<TaskPayloadTooLargeException>(
            () => host.DelayManyAsync<Profiles.Plain>(["fits", new string('x', 300_000)]));
        var headers = await Assert.ThrowsAsync<TaskPayloadTooLargeException>(
            () => host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Headers = { ["h"] = new string('x', 16_384) } }));

        Assert.Equal(("plain", 300_011L, 262_144L), (payload.TaskName, payload.Size, payload.Limit));
        Assert.Contains("'text'", payload.Message, StringComparison.Ordinal);
        Assert.Equal("the headers", headers.Part);
        Assert.Equal(0, broker!.Batches);
    }

    [Fact]
    public async Task A_header_of_the_largest_size_that_can_be_allowed_arrives_whole()
    {
        await using var host = new TestHost(static options => options.MaxHeaderBytes = 65_535);
        await host.StartWorkerAsync(1);
        host.Script.Body = static (_, context) => Task.FromResult($"{context.Headers["h"].Length}");

        Assert.Equal(
            "65000",
            await TestHost.ResultAsync(
                await host.DelayAsync<Profiles.Plain>("x", new EnqueueOptions { Headers = { ["h"] = new string('x', 65_000) } })));
        Assert.Contains(
            "MaxHeaderBytes",
            Assert.Throws<InvalidOperationException>(() => new TestHost(static options => options.MaxHeaderBytes = 65_536)).Message,
            StringComparison.Ordinal);
    }
}

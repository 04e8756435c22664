using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TaskGen;
using TaskGen.Servers;

namespace Integration.Tests.BadInput;

/// <summary>Names and keys that have broken out of their place elsewhere, through the API.</summary>
public sealed class HostileNamesTests : IAsyncLifetime
{
    private static readonly string[] Texts =
    [
        " ", "a b", "a:b", "{a}", "a}b{c", "*", "?", "[a-z]", "\\", "\"", "'", "a\nb", "a\r\n+OK", "a\0b", "\0", "\u202E", "\u2028", "😀",
        "é", "e\u0301", "../../etc", "%00", "<img src=x onerror=alert(1)>", "javascript:alert(1)", ":", "k:",
        "tg:{app:default}:pending:normal", new string('a', 1_024),
    ];

    private static readonly string[] BadTexts = ["", "\uD800", "\uDC00x", new string('a', 1_025), new string('a', 1_000_000)];

    private static readonly string[] QueueNames =
        ["constructor", "__proto__", "seq", "ready", "lease", "CON", "..", "-", "bell", "workers", new string('a', 200)];

    private readonly Application _app = new();
    private RedisServer _server = null!;
    private Raw _raw = null!;
    private IHost _client = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _raw = await Raw.ConnectAsync(_server);
        _client = _app.CreateClient(_server.EndPoint);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _raw.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_text_is_an_idempotency_key_of_its_own_and_stays_under_the_prefix()
    {
        var tasks = Application.TasksOf(_client);
        var handles = new List<TaskHandle<string>>();
        foreach (var text in Texts)
        {
            var first = await tasks.Kept.With(new() { IdempotencyKey = text }).DelayAsync("first " + text);
            var second = await tasks.Kept.With(new() { IdempotencyKey = text }).DelayAsync("second " + text);
            Assert.False(first.WasDeduplicated);
            Assert.True(second.WasDeduplicated);
            Assert.Equal(first.Id, second.Id);
            handles.Add(first);
        }

        Assert.Equal(Texts.Length, handles.Select(static handle => handle.Id).Distinct().Count());
        await _app.StartWorkerAsync(_server.EndPoint);
        Assert.Equal(
            Texts.Select(static text => $"first {text}!"),
            await Task.WhenAll(handles.Select(static handle => handle.GetAsync(Limits.Long))));
        Assert.All(await _raw.AllKeysAsync(), static key => Assert.StartsWith("tg:{app:default}:", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Texts_that_are_no_key_and_names_that_are_no_queue_are_refused_and_leave_nothing_behind()
    {
        var tasks = Application.TasksOf(_client);
        foreach (var text in BadTexts)
        {
            await Assert.ThrowsAsync<ArgumentException>(
                nameof(EnqueueOptions.IdempotencyKey), () => tasks.Kept.With(new() { IdempotencyKey = text }).DelayAsync("a"));
        }

        foreach (var text in BadTexts.Concat(Texts))
        {
            await Assert.ThrowsAsync<ArgumentException>(
                nameof(EnqueueOptions.Queue), () => tasks.Kept.With(new() { Queue = text }).DelayAsync("a"));
            Assert.Throws<FormatException>(() => TaskId.Parse($"{Guid.CreateVersion7():N}.{text}"));
        }

        Assert.Empty(await _raw.AllKeysAsync());
    }

    [Fact]
    public async Task Queues_may_be_named_like_our_own_keys()
    {
        await _app.StartWorkerAsync(_server.EndPoint, static worker =>
        {
            foreach (var name in QueueNames)
            {
                worker.Queue(name);
            }
        });
        var tasks = Application.TasksOf(_client);
        var client = _client.Services.GetRequiredService<ITaskClient>();
        foreach (var name in QueueNames)
        {
            var handle = await tasks.Kept.With(new() { Queue = name }).DelayAsync(name);
            Assert.Equal(name + "!", await client.GetHandle<string>(TaskId.Parse(handle.Id.ToString())).GetAsync(Limits.Long));
        }
    }
}

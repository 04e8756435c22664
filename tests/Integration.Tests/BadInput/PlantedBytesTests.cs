using System.Globalization;
using System.Text;
using Microsoft.Extensions.Hosting;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Brokers.Redis;
using TaskGen.Serialization;
using TaskGen.Servers;

namespace Integration.Tests.BadInput;

/// <summary>Bytes that no client of ours has written stand among the waiting tasks.</summary>
[Collection(TimedGroup.Name)]
public sealed class PlantedBytesTests : IAsyncLifetime
{
    private const int Concurrency = 4;
    private const string Canary = "CANARY-5d1e";

    private readonly Application _app = new();
    private RedisServer _server = null!;
    private Raw _raw = null!;
    private IHost _client = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _raw = await Raw.ConnectAsync(_server);
        await _app.StartWorkerAsync(
            _server.EndPoint, static worker => worker.UnknownTaskGrace = TimeSpan.FromMilliseconds(100), Concurrency);
        _client = _app.CreateClient(_server.EndPoint);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _raw.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Garbage_goes_to_the_dead_letters_with_its_raw_bytes_and_other_tasks_do_not_notice()
    {
        var random = new Random(5);
        var planted = new List<byte[]>();
        for (var length = 0; length < 160; length++)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            planted.Add(bytes);
        }

        var whole = Raw.Envelope($$"""{"key":"{{Canary}}"}""");
        planted.AddRange(Enumerable.Range(0, whole.Length - 1).Select(at => Raw.Envelope($$"""{"key":"{{Canary}}"}""")[..at]));
        planted.Add(new byte[EnvelopeHeader.Size]);
        planted.Add([.. Enumerable.Repeat((byte)0xFF, 500)]);
        planted.Add(Encoding.UTF8.GetBytes(new string('{', 100_000)));
        planted.Add(Encoding.Unicode.GetBytes("""{"key":"a"}"""));
        planted.Add(new byte[5 * 1024 * 1024]);
        planted.Add([.. whole[..20], 2, .. whole[21..]]);
        planted.Add([.. Raw.Envelope($$"""{"key":"{{Canary}}"}""")[..^1], 0]);

        await PlantBesideTasksAsync(planted);

        var letters = await Application.DeadLettersAsync(_client);
        Assert.Equal(
            planted.Select(static bytes => Shown(bytes)).Order(), letters.Select(static letter => Shown(letter.Envelope.Span)).Order());
        Assert.All(letters, static letter => Assert.NotEmpty(letter.Reason));
        Assert.Empty(_app.Ledger[Canary].Starts);
        AssertNothingIsOutOfOrder();
        await AssertAllSlotsAsync();
    }

    [Fact]
    public async Task Envelopes_with_one_flipped_byte_cost_no_slot()
    {
        var planted = new List<byte[]>();
        var length = Raw.Envelope($$"""{"key":"{{Canary}}"}""").Length;
        foreach (var flip in new byte[] { 0x01, 0x80, 0xFF })
        {
            for (var at = 0; at < length; at++)
            {
                var bytes = Raw.Envelope($$"""{"key":"{{Canary}}"}""");
                bytes[at] ^= flip;
                planted.Add(bytes);
            }
        }

        await PlantBesideTasksAsync(planted);

        AssertNothingIsOutOfOrder();
        await AssertAllSlotsAsync();
    }

    [Fact]
    public async Task Well_formed_envelopes_whose_arguments_do_not_fit_are_dead_letters_that_name_the_task()
    {
        string[] texts =
        [
            "", "null", "[]", "{}", "5", "\"key\"", """{"key":5}""", """{"key":null}""", """{"key":["a"]}""", """{"key":"a"} {"key":"b"}""",
            """{"key":"a"}x""", """{"key":"a",}""", """{"key":NaN}""", "\uFEFF{\"key\":\"a\"}", """{"key":"a","key":"b"}""",
            """{"key":"a","failures":"1"}""", """{"key":"a","failures":1e400}""", """{"key":"a","failures":9007199254740993}""",
            """{"key":"a","failures":null}""", """{"key":"\ud800"}""", new string('[', 100_000),
            string.Concat(Enumerable.Repeat("""{"a":""", 30_000)),
            $$"""{"other":{{new string('[', 64)}}{{new string(']', 64)}},"key":"a"}""", $$"""{"key":"{{new string('x', 300_000)}}"}""",
        ];
        byte[][] planted =
        [
            .. texts.Select(static text => Raw.Envelope(text)),
            Raw.Envelope([.. "{\"key\":\""u8, 0xC3, 0x28, .. "\"}"u8]),
            Raw.Envelope(Encoding.Unicode.GetBytes("""{"key":"a"}""")),
            Raw.Envelope([0, 0, 0]),
        ];

        await PlantBesideTasksAsync(planted);

        var letters = await Application.DeadLettersAsync(_client);
        Assert.Equal(
            planted.Select(static bytes => Shown(bytes)).Order(), letters.Select(static letter => Shown(letter.Envelope.Span)).Order());
        Assert.All(letters, static letter => Assert.True(
            letter.Reason is DeadLetterReasons.BadArguments or DeadLetterReasons.Oversize, letter.Reason));
        Assert.All(
            letters, static letter => Assert.Contains("'kept'", FailureCodec.Read(letter.Failure).Message, StringComparison.Ordinal));
        AssertNothingIsOutOfOrder();
        await AssertAllSlotsAsync();
    }

    [Fact]
    public async Task Unknown_names_are_dead_letters_after_the_grace_and_hostile_ones_at_once()
    {
        byte[][] planted =
        [
            Raw.Envelope("{}", "renamed.task"), Raw.Envelope("{}", "__proto__"), Raw.Envelope("{}", "a b"), Raw.Envelope("{}", "a\0b"),
            Raw.Envelope("{}", "../../etc"), Raw.Envelope("{}", ""), Raw.Envelope("{}", new string('a', 201)),
            Raw.Envelope(
                "{}",
                headers: Enumerable.Range(0, 2_000).ToDictionary(static i => i.ToString(CultureInfo.InvariantCulture), static _ => "")),
        ];

        await PlantBesideTasksAsync(planted);

        var letters = await Application.DeadLettersAsync(_client);
        Assert.Equal(planted.Length, letters.Count);
        Assert.Equal(2, letters.Count(static letter => letter.Reason == DeadLetterReasons.UnknownTask));
        AssertNothingIsOutOfOrder();
    }

    [Fact]
    public async Task Garbage_among_the_delayed_tasks_and_the_dead_letters_holds_nothing_up()
    {
        var tasks = Application.TasksOf(_client);
        var late = await tasks.Kept.With(new() { Countdown = TimeSpan.FromHours(1) })
            .DelayManyAsync(Enumerable.Range(0, 20).Select(static i => $"late {i}"), static key => new(key, 0));
        byte[][] ids = [[], [1], new byte[16], [.. Enumerable.Repeat((byte)0xFF, 16)], [.. Enumerable.Repeat((byte)7, 500)], QueueKeys.Id(
            Guid.CreateVersion7())];
        byte[][] envelopes =
            [[], [1], new byte[23], new byte[24], new byte[EnvelopeHeader.Size - 1], [.. Enumerable.Repeat((byte)0xFF, 100)]];

        // All of them are due at once, so that they are looked at together.
        var planting = _raw.Database.CreateTransaction();
        foreach (var (id, envelope) in ids.Zip(envelopes))
        {
            _ = planting.SortedSetAddAsync(Raw.Key("delayed"), id, 1);
            _ = planting.HashSetAsync(Raw.Key("envelopes"), id, envelope);
            _ = planting.SortedSetAddAsync(Raw.Key("deadlines"), id, 1);
            _ = planting.ListRightPushAsync(Raw.Key("letters"), envelope);
        }

        foreach (var handle in late)
        {
            _ = planting.SortedSetAddAsync(Raw.Key("delayed"), QueueKeys.Id(handle.Id.Value), 1);
        }

        _ = planting.SortedSetAddAsync(Raw.Key("delayed"), "no envelope", 1);
        _ = planting.StringSetAsync(Raw.Record(late[0].Id), "no record");
        Assert.True(await planting.ExecuteAsync());

        var results = await Task.WhenAll(late.Skip(1).Select(static handle => handle.GetAsync(Limits.Long)));

        Assert.Equal(late.Skip(1).Select(static (_, i) => $"late {i + 1}!"), results);
        await _app.Ledger.UntilStartedAsync("late 0");
        await _app.DrainAsync(_client);
        var letters = await Application.DeadLettersAsync(_client);
        Assert.All(envelopes, envelope => Assert.Contains(letters, letter => Shown(letter.Envelope.Span) == Shown(envelope)));

        // Maintenance goes on: what a worker that died held comes back by it.
        var dead = Guid.CreateVersion7();
        var orphan = Raw.Envelope("""{"key":"orphan"}""");
        await _raw.Database.HashSetAsync(Raw.Keys.LeaseOf(dead), [new("#", 1), new(orphan[..20], orphan[20..])]);
        await _raw.Database.SortedSetAddAsync(Raw.Key("workers"), QueueKeys.Id(dead), 1);
        await _app.Ledger.UntilStartedAsync("orphan");
        AssertNothingIsOutOfOrder();
    }

    private static string Shown(ReadOnlySpan<byte> bytes)
    {
        // Without what the broker may rewrite: the fence, and how often it was put off.
        var shown = bytes.ToArray();
        shown.AsSpan(0, Math.Min(sizeof(uint), shown.Length)).Clear();
        return shown.Length > 2_000 ? $"{shown.Length} {Convert.ToHexString(shown.AsSpan(0, 100))}" : Convert.ToHexString(shown);
    }

    private async Task PlantBesideTasksAsync(IReadOnlyList<byte[]> planted)
    {
        var tasks = Application.TasksOf(_client);
        var slowest = TimeSpan.Zero;
        var beside = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                var started = System.Diagnostics.Stopwatch.GetTimestamp();
                Assert.Equal($"beside {i}!", await (await tasks.Kept.DelayAsync($"beside {i}")).GetAsync(Limits.Long));
                slowest = TimeSpan.FromTicks(Math.Max(slowest.Ticks, System.Diagnostics.Stopwatch.GetElapsedTime(started).Ticks));
            }
        });
        for (var i = 0; i < planted.Count; i++)
        {
            await _raw.PlantAsync(planted[i], i % 3);
        }

        await beside;
        await _app.DrainAsync(_client);
        Assert.InRange(slowest, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private void AssertNothingIsOutOfOrder()
    {
        Assert.DoesNotContain(_app.Logs.Lines, static line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Critical);
        Assert.DoesNotContain(_app.Logs.Lines, static line => $"{line}{line.Exception}".Contains(Canary, StringComparison.Ordinal));
        Assert.Empty(_app.Logs.Of(LogCollector.LeaseLost));
    }

    /// <summary>As many tasks as ever run at once.</summary>
    private async Task AssertAllSlotsAsync()
    {
        _app.Ledger.Close();
        var held = new List<TaskHandle<string>>();
        for (var i = 0; i < Concurrency; i++)
        {
            held.Add(await Application.TasksOf(_client).Held.DelayAsync($"slot {i}", ""));
        }

        for (var i = 0; i < Concurrency; i++)
        {
            await _app.Ledger.UntilStartedAsync($"slot {i}");
        }

        _app.Ledger.Open();
        await Task.WhenAll(held.Select(static handle => handle.GetAsync(Limits.Long)));
    }
}

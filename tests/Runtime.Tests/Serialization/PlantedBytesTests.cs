using TaskGen.Brokers;
using TaskGen.Serialization;

namespace TaskGen.Tests.Serialization;

public sealed class PlantedBytesTests
{
    private const string Canary = "CANARY-7f3a";

    [Fact]
    public async Task Garbage_of_many_lengths_goes_to_the_dead_letters_with_its_raw_bytes()
    {
        var random = new Random(5);
        await AssertSurvivesAsync(Enumerable.Range(0, 160).Select(length =>
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            return bytes;
        }));
    }

    [Fact]
    public async Task A_valid_envelope_cut_at_every_length_goes_to_the_dead_letters()
    {
        var length = Whole().Length;
        await AssertSurvivesAsync(Enumerable.Range(0, length).Select(static at => Whole()[..at]));
    }

    [Fact]
    public async Task A_valid_envelope_with_a_flipped_byte_at_every_position_costs_no_worker_and_no_slot()
    {
        var length = Whole().Length;
        await using var host = new TestHost();
        await host.StartWorkerAsync(2);
        foreach (var flip in new byte[] { 0x01, 0x80, 0xFF })
        {
            for (var at = 0; at < length; at++)
            {
                var bytes = Whole();
                bytes[at] ^= flip;
                host.Broker.Faults.PlantPending("default", bytes, TaskPriority.Normal);
            }
        }

        await DrainAsync(host);
        await Concurrency.AssertAsync(host, 2);
        AssertSilent(host);
    }

    [Theory]
    [InlineData("", "Expected", DeadLetterReasons.BadArguments)]
    [InlineData("null", "text", DeadLetterReasons.BadArguments)]
    [InlineData("[]", "text", DeadLetterReasons.BadArguments)]
    [InlineData("{}", "text", DeadLetterReasons.BadArguments)]
    [InlineData("""{"text":5}""", "text", DeadLetterReasons.BadArguments)]
    [InlineData("""{"text":null}""", "text", DeadLetterReasons.BadArguments)]
    [InlineData("""{"text":"a"} {"text":"b"}""", "after", DeadLetterReasons.BadArguments)]
    [InlineData("""{"text":"a"}x""", "invalid", DeadLetterReasons.BadArguments)]
    [InlineData("""{"text":"a",}""", "", DeadLetterReasons.BadArguments)]
    [InlineData("""{"text":NaN}""", "", DeadLetterReasons.BadArguments)]
    [InlineData("\uFEFF{\"text\":\"a\"}", "invalid", DeadLetterReasons.BadArguments)]
    public async Task Arguments_that_do_not_fit_are_a_dead_letter_that_names_the_task_and_what_is_wrong(
        string arguments, string named, string reason)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var raw = Envelopes.Make("retrying", arguments);
        host.Broker.Faults.PlantPending("default", raw, TaskPriority.Normal);
        await DrainAsync(host);

        var letter = Assert.Single(await host.DeadLettersAsync());

        Assert.Equal(reason, letter.Reason);
        Assert.Equal(raw, letter.Envelope.ToArray());
        var message = FailureCodec.Read(letter.Failure).Message;
        Assert.Contains("'retrying'", message, StringComparison.Ordinal);
        Assert.Contains(named, message, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(host.Script.Started);
        Assert.Equal("next", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("next")));
    }

    [Fact]
    public async Task Bombs_are_dead_letters()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        string[] bombs =
        [
            new string('[', 100_000),
            $$"""{"text":{{new string('[', 33)}}{{new string(']', 33)}}}""",
            $$"""{"other":{{new string('[', 100_000)}}{{new string(']', 100_000)}},"text":"a"}""",
            string.Concat(Enumerable.Repeat("""{"a":""", 30_000)),
            $$"""{"text":"{{new string('x', 300_000)}}"}""",
            $$"""{"text":1e400,"big":{{new string('9', 100_000)}}}""",
        ];
        foreach (var bomb in bombs)
        {
            host.Broker.Faults.PlantPending("default", Envelopes.Make("plain", bomb), TaskPriority.Normal);
        }

        await DrainAsync(host);

        var letters = await host.DeadLettersAsync();
        Assert.Equal(bombs.Length, letters.Count);
        Assert.Single(letters, static letter => letter.Reason == DeadLetterReasons.Oversize);
        Assert.All(
            letters, static letter => Assert.Contains("'plain'", FailureCodec.Read(letter.Failure).Message, StringComparison.Ordinal));
        Assert.Empty(host.Script.Started);
        await Concurrency.AssertAsync(host, 1);
    }

    [Fact]
    public async Task Ten_thousand_properties_and_text_of_every_kind_are_read()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var many = string.Concat(Enumerable.Range(0, 10_000).Select(static i => $"\"p{i}\":{i},"));
        host.Broker.Faults.PlantPending("default", Envelopes.Make("plain", $$"""{{{many}}"text":"many"}"""), TaskPriority.Normal);
        await DrainAsync(host);

        Assert.Equal(["many"], host.Script.Started);
        Assert.Equal("a\0\u202E😀\r\n", await TestHost.ResultAsync(await host.DelayAsync<Profiles.Plain>("a\0\u202E😀\r\n")));
    }

    [Fact]
    public async Task An_unknown_name_is_put_off_and_is_a_dead_letter_only_after_the_grace()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var raw = Envelopes.Make("renamed.task", $$"""{"text":"{{Canary}}"}""");
        host.Broker.Faults.PlantPending("default", raw, TaskPriority.Normal);
        var start = host.Time.GetUtcNow();
        await TestHost.UntilAsync(async () => (await host.Broker.CountAsync("default", CancellationToken.None)).Delayed == 1);
        Assert.Empty(await host.DeadLettersAsync());

        await DrainAsync(host);

        var letter = Assert.Single(await host.DeadLettersAsync());
        Assert.Equal(DeadLetterReasons.UnknownTask, letter.Reason);
        Assert.Contains("'renamed.task'", FailureCodec.Read(letter.Failure).Message, StringComparison.Ordinal);
        Assert.True(host.Time.GetUtcNow() - start >= TimeSpan.FromMinutes(5));
        Assert.Equal(raw[EnvelopeHeader.Size..], letter.Envelope[EnvelopeHeader.Size..].ToArray());
        AssertSilent(host);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(255)]
    public async Task Another_version_is_a_dead_letter_that_names_both(byte version)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        var raw = Whole();
        raw[20] = version;
        host.Broker.Faults.PlantPending("default", raw, TaskPriority.Normal);
        await DrainAsync(host);

        var letter = Assert.Single(await host.DeadLettersAsync());
        Assert.Equal(DeadLetterReasons.Malformed, letter.Reason);
        Assert.Contains(
            $"has version {version}, but this worker reads version 1", FailureCodec.Read(letter.Failure).Message, StringComparison.Ordinal);
        Assert.Equal(raw, letter.Envelope.ToArray());
    }

    [Fact]
    public async Task Values_of_arguments_results_and_headers_are_in_no_log()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(2);
        host.Script.Body =
            static (text, context) => context.Attempt == 1 ? throw new InvalidOperationException("harmless") : Task.FromResult(text);
        var options = new EnqueueOptions { Headers = { ["h"] = Canary }, Retry = 1, IdempotencyKey = Canary };
        Assert.Equal(Canary, await host.PumpAsync(await host.DelayAsync<Profiles.Plain>(Canary, options)));
        await host.PumpFailureAsync(await host.DelayAsync<Profiles.Plain>(Canary, options with { Retry = 0, IdempotencyKey = null }));
        foreach (var arguments in new[]
        {
            $"\"{Canary}\"", $$"""{"text":["{{Canary}}"]}""", $$"""{"text":{{Canary}}}""", $$"""{"text":"{{Canary}}""",
            $$"""{"text":"a"}"{{Canary}}""", Canary,
        })
        {
            host.Broker.Faults.PlantPending(
                "default",
                Envelopes.Make("plain", arguments, headers: new Dictionary<string, string> { ["h"] = Canary, ["traceparent"] = Canary }),
                TaskPriority.Normal);
        }

        await DrainAsync(host);

        Assert.NotEmpty(host.Logs.Lines);
        AssertSilent(host);
    }

    private static byte[] Whole() =>
        Envelopes.Make("plain", $$"""{"text":"{{Canary}}"}""", headers: new Dictionary<string, string> { ["header"] = Canary });

    private static async Task AssertSurvivesAsync(IEnumerable<byte[]> planted)
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(2);
        var all = planted.ToList();
        all.ForEach(bytes => host.Broker.Faults.PlantPending("default", bytes, TaskPriority.Normal));
        await DrainAsync(host);

        var letters = await host.Broker.ReadDeadLettersAsync("default", 0, 1_000, CancellationToken.None);
        Assert.Equal(all.Count, letters.Count);
        Assert.Equal(
            all.Select(static bytes => Shown(bytes)).Order(), letters.Select(static letter => Shown(letter.Envelope.Span)).Order());
        Assert.All(letters, static letter => Assert.NotEmpty(letter.Reason));
        Assert.Empty(host.Script.Started);
        await Concurrency.AssertAsync(host, 2);
        AssertSilent(host);
    }

    // Without the fence, which the broker raises when what was leased ahead goes back.
    private static string Shown(ReadOnlySpan<byte> bytes) =>
        Convert.ToHexString(bytes.Length < EnvelopeHeader.Size ? bytes : bytes[sizeof(uint)..]);

    private static Task<bool> DrainAsync(TestHost host) => host.PumpAsync(
        TestHost.UntilAsync(async () =>
            await host.Broker.CountAsync("default", CancellationToken.None) is { Pending: 0, Delayed: 0, Leased: 0 })
            .ContinueWith(static done => done.IsCompletedSuccessfully ? true : throw done.Exception!),
        TimeSpan.FromSeconds(1));

    private static void AssertSilent(TestHost host) =>
        Assert.DoesNotContain(host.Logs.Lines, static line => line.Contains(Canary, StringComparison.Ordinal));
}

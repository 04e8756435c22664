using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using TaskGen.CompilerServices;
using TaskGen.Execution;

namespace TaskGen.Tests.Execution;

public sealed class ExecutionSecretsTests
{
    private static readonly TaskSensitivity Sensitivity = new([new SensitivePart("card")], result: ["Token"], detail: ["Marked"]);

    private readonly ExecutionSecrets _secrets = new(
        Sensitivity, new JsonSerializerOptions(), """{"card":"secret-4111","other":"open"}"""u8.ToArray());

    [Fact]
    public void What_was_completed_and_returned_later_is_secret_too()
    {
        Assert.Equal("*** first token-5", _secrets.Redact("secret-4111 first token-5"));

        _secrets.Complete("""{"card":"first"}"""u8.ToArray());
        _secrets.AddResult("""{"Token":"token-5","Other":"more"}"""u8.ToArray());

        Assert.Equal("secret-4111 *** *** more", _secrets.Redact("secret-4111 first token-5 more"));
    }

    [Theory]
    [InlineData("""{"c":1,"t":2,"s":"at secret-4111"}""", """{"c":1,"t":2,"s":"at ***"}""")]
    [InlineData(
        """{"c":1,"d":{"Text":"a secret-4111","List":["secret-4111",true,null,7],"Marked":"x"}}""",
        """{"c":1,"d":{"Text":"a ***","List":["***",true,null,7],"Marked":"***"}}""")]
    [InlineData("""{"c":1,"d":{"Marked":{"A":5,"B":true,"C":[1],"D":null,"E":"2020-01-02","F":"2020-01-02T03:04:05Z","G":"01:02:03"}}}""",
        """{"c":1,"d":{"Marked":{"A":0,"B":false,"C":[],"D":null,"E":"0001-01-01","F":"0001-01-01T00:00:00Z","G":"00:00:00"}}}""")]
    [InlineData("""{"c":4111,"t":4111}""", """{"c":4111,"t":4111}""")]
    public void Progress_leaves_without_secrets_and_with_its_shape(string report, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(_secrets.RedactProgress(Encoding.UTF8.GetBytes(report)).Span));

    [Fact]
    public void A_number_or_an_id_in_a_detail_keeps_its_kind()
    {
        var secrets = new ExecutionSecrets(
            Sensitivity, new JsonSerializerOptions(), """{"card":[123456,77,"11111111-2222-3333-4444-555555555555"]}"""u8.ToArray());

        Assert.Equal(
            """{"c":1,"d":[0,77,"00000000-0000-0000-0000-000000000000"]}""",
            Encoding.UTF8.GetString(
                secrets.RedactProgress("""{"c":1,"d":[123456,77,"11111111-2222-3333-4444-555555555555"]}"""u8.ToArray()).Span));
    }

    [Theory]
    [InlineData("""{"card":"secret""")]
    [InlineData("""["secret"]""")]
    [InlineData("""{"card":"\uD800"}""")]
    public void Where_arguments_cannot_be_read_nothing_is_told(string arguments) =>
        Assert.Equal(
            "***",
            new ExecutionSecrets(Sensitivity, new JsonSerializerOptions(), Encoding.UTF8.GetBytes(arguments)).Redact("part of secret"));

    [Fact]
    public void An_exception_that_cannot_be_printed_is_no_trouble()
    {
        var redacted = _secrets.Redact(new Hostile());

        Assert.Contains(nameof(Hostile), redacted.ToString(), StringComparison.Ordinal);
        Assert.Contains(nameof(Hostile), redacted.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_logger_passes_on_what_is_harmless_and_keeps_names_and_values()
    {
        var sink = new Sink();
        ILogger logger = new RedactingLogger(sink, _secrets);

#pragma warning disable CA1848, CA1873
        logger.LogWarning(
            new InvalidOperationException("inner secret-4111"), "card {Card}, {Number} of {Day}", "secret-4111", 42, DayOfWeek.Friday);
#pragma warning restore CA1848, CA1873

        Assert.Equal("card ***, 42 of Friday", sink.Text);
        Assert.Equal(
            [
                new("Card", "***"), new("Number", 42), new("Day", DayOfWeek.Friday),
                new("{OriginalFormat}", "card {Card}, {Number} of {Day}"),
            ],
            sink.Values);
        Assert.Equal("System.InvalidOperationException: inner ***", sink.Exception!.Message);
    }

    private sealed class Hostile : Exception
    {
        public override string Message => throw new InvalidOperationException("secret-4111");

        public override string ToString() => Message;
    }

    private sealed class Sink : ILogger
    {
        public string? Text { get; private set; }

        public IReadOnlyList<KeyValuePair<string, object?>> Values { get; private set; } = [];

        public Exception? Exception { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            (Text, Values, Exception) = (formatter(state, exception), [.. (IEnumerable<KeyValuePair<string, object?>>)state!], exception);
    }
}

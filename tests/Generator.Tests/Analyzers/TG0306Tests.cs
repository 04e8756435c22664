using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Sensitive values in logs, exceptions and output.</summary>
public sealed class TG0306Tests
{
    private const string Declarations =
        """
        using System.Diagnostics;
        using Microsoft.Extensions.Logging;
        public sealed class Card
        {
            [Sensitive] public string Number { get; init; } = "";
            public int Id { get; init; }
            public int Year { get; init; }
        }
        public sealed class Detail { public string? Text { get; init; } }
        public sealed class DeclinedException(string text, Exception? inner = null) : Exception(text, inner);
        """;

    [Fact]
    public async Task Flags_what_is_logged_traced_or_printed()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            public static partial class Uses
            {
                [LoggerMessage(1, LogLevel.Information, "{Card} of {Id}")]
                private static partial void Paid(ILogger logger, string card, int id);
                private static partial void Paid(ILogger logger, string card, int id) { }

                public static void A(
                    ILogger<Card> logger, ILogger plain, Activity activity, Card card, Card[] cards, [Sensitive] string token,
                    [Sensitive] Card whole, [Sensitive] string[] all)
                {
                    logger.LogInformation("card {Card}", [|TG0306:card.Number|]);
                    logger.LogError(new InvalidOperationException("x"), $"card {[|TG0306:token|]:x}");
                    plain.Log(LogLevel.Debug, "a" + [|TG0306:token|] + "b");
                    plain.LogWarning("year {Year} {Whole}", [|TG0306:whole.Year|], [|TG0306:whole|]);
                    using var scope = plain.BeginScope("card {Card}", [|TG0306:token|]);
                    Paid(logger, [|TG0306:token|], 1);
                    Console.WriteLine([|TG0306:card.Number|]);
                    Console.Error.WriteLine("{0}", [|TG0306:token|]);
                    Debug.WriteLine([|TG0306:token|]);
                    Trace.TraceInformation("x {0}", [|TG0306:token|]);
                    Debug.Assert(card.Id > 0, $"no {[|TG0306:token|]}");
                    activity.SetTag("card", [|TG0306:token|]);
                    activity.AddBaggage("card", [|TG0306:token|].ToUpperInvariant());
                    activity.AddEvent(new ActivityEvent([|TG0306:token|]));
                    activity.DisplayName = "pay " + [|TG0306:token|];
                    logger.LogInformation("x {A} {B}", card.Id, string.Join(',', [|TG0306:all|]));
                    logger.LogInformation("x {A}", new { card.Id, Number = [|TG0306:card.Number|] });
                    logger.LogInformation("x {A}", [|TG0306:all[0]|]);
                    logger.LogInformation("x {A}", [|TG0306:card?.Number|] ?? "none");
                    logger.LogInformation("x {A}", System.Text.Json.JsonSerializer.Serialize([|TG0306:token|]));
                    var text = $"pay with {token}";
                    var again = text;
                    Console.Write([|TG0306:again|]);
                    foreach (var one in all) Console.Write([|TG0306:one|]);
                    Action late = () => Console.Write([|TG0306:token|]);
                }
            }
            """);
        Assert.Equal("Sensitive value 'Number' may be exposed in a log. Use an id instead, or remove the value.", messages[0]);
    }

    [Fact]
    public async Task Flags_what_goes_into_exceptions_progress_headers_and_reasons()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            public sealed class Jobs
            {
                [Task]
                public static async Task Pay([Sensitive] string token, Card card, ITaskProgress<Detail> progress, TaskContext context)
                {
                    progress.Report(1, 2, $"paying with {[|TG0306:token|]}");
                    context.Progress.Report(1, 2, [|TG0306:card.Number|]);
                    if (token.Length < 4) throw new DeclinedException($"declined: {[|TG0306:token|]}");
                    if (token == "x") throw new ArgumentOutOfRangeException(nameof(token), [|TG0306:token|], "bad");
                    try { await Task.Yield(); } catch (Exception e) { throw new TaskRejectedException("no " + [|TG0306:card.Number|], e); }
                }

                public static async Task Send(JobsClient jobs, [Sensitive] string token, Card card)
                {
                    var options = new EnqueueOptions { Headers = { ["token"] = [|TG0306:token|] } };
                    options = new EnqueueOptions { Headers = new Dictionary<string, string> { ["token"] = [|TG0306:token|] } };
                    options = new EnqueueOptions { Headers = new Dictionary<string, string> { { "b", [|TG0306:token|] } } };
                    options.Headers["token"] = [|TG0306:token|];
                    options.Headers.Add("card", [|TG0306:card.Number|]);
                    var handle = await jobs.Pay.With(options).DelayAsync(token, card);
                    await handle.CancelAsync($"not {[|TG0306:token|]}");
                }
            }
            """);
        Assert.Contains("in a progress report", messages[0], StringComparison.Ordinal);
        Assert.Contains("in an exception message", messages[2], StringComparison.Ordinal);
        Assert.Contains("in the task headers", messages[5], StringComparison.Ordinal);
        Assert.Contains("in a cancellation reason", messages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_what_is_used_and_not_shown() => AnalyzerVerifier.VerifyAsync(
        Declarations +
        """
        public sealed class Vault(System.Net.Http.HttpClient http, ILogger<Vault> logger)
        {
            public async Task<string> Use(Card card, [Sensitive] string token, [Sensitive] Card whole, [Sensitive] int? pin, string open)
            {
                logger.LogInformation("card {Id} of {Length} characters, {Whole}, {HasPin}", card.Id, token.Length, whole.Id, pin.HasValue);
                logger.LogInformation("{Name} is {Empty} and {Same}", nameof(token), string.IsNullOrEmpty(token), token == card.Number);
                logger.LogInformation(
                    "{Hash}", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token))));
                logger.LogInformation("ends in {Last} or {Four}", token[^4..], token.Substring(12));
                logger.LogInformation("{Masked}", Mask(token));
                logger.LogInformation("{Card}", card);
                ArgumentException.ThrowIfNullOrEmpty(token);
                if (token.Length == 0) throw new ArgumentException("empty", nameof(token));
                var shown = token;
                shown = Mask(shown);
                Console.WriteLine(shown);
                Console.WriteLine(token is "x" ? "a" : open);
                using var content = new System.Net.Http.StringContent(token);
                using var response = await http.PostAsync(new Uri("https://example.org"), content);
                using var writer = new System.IO.StringWriter();
                writer.WriteLine(token);
                return token;
            }

            private static string Mask(string text) => new('*', text.Length);
        }
        """);

    /// <summary>The runtime takes a task's own arguments out of what it tells its own logger.</summary>
    [Fact]
    public Task Leaves_the_logger_of_a_task_its_own_arguments() => AnalyzerVerifier.VerifyAsync(
        Declarations +
        """
        public static class Jobs
        {
            [Task]
            public static void Pay([Sensitive] string token, Card card, TaskContext context)
            {
                context.Logger.LogInformation("{Token} {Number}", token, card.Number);
                var logger = context.Logger;
                logger.LogInformation($"{token}");
                var kept = new Card();
                context.Logger.LogInformation("{Number}", [|TG0306:kept.Number|]);
            }

            public static void Helper(TaskContext context, [Sensitive] string secret) =>
                context.Logger.LogInformation("{Secret}", [|TG0306:secret|]);
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        "public static class Caller { public static void A([Sensitive] string secret) => System.Console.WriteLine(secret); }");
}

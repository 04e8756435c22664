using Generator.Tests.Support;

namespace Generator.Tests.Analyzers;

/// <summary>Sensitive values passed to parameters that are not marked sensitive.</summary>
public sealed class TG0307Tests
{
    private const string Declarations =
        """
        public sealed class Card { [Sensitive] public string Number { get; init; } = ""; public int Id { get; init; } }
        public sealed class Jobs
        {
            [Task] public void Open(string text, int number = 0) { }
            [Task] public void Closed([Sensitive] string text, Card? card = null) { }
        }
        """;

    [Fact]
    public async Task Flags_a_sensitive_argument_of_a_parameter_that_is_not()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Declarations +
            """
            public sealed class Caller(JobsClient jobs)
            {
                public async Task A([Sensitive] string secret, [Sensitive] Card whole, Card card)
                {
                    await jobs.Open.DelayAsync([|TG0307:secret|]);
                    await jobs.Open.DelayAsync($"a {[|TG0307:card.Number|]}");
                    await jobs.Open.With(new EnqueueOptions()).DelayAsync(text: "x" + [|TG0307:whole.Number|]);
                    var copy = secret.Trim();
                    _ = jobs.Open.Signature([|TG0307:copy|]);
                    await jobs.Open.DelayManyAsync(new[] { 1 }, one => new([|TG0307:secret|], one));
                    _ = new JobsClient.OpenTask.Args([|TG0307:secret|] ?? "none");
                }
            }
            public sealed class Parent(ITaskClient tasks)
            {
                [Task] public async Task Run([Sensitive] string token) => await tasks.Jobs.Open.DelayAsync([|TG0307:token|]);
            }
            """);
        Assert.Contains("'secret' may be exposed because parameter 'text' of task 'Open' is not", messages[0], StringComparison.Ordinal);
    }

    [Fact]
    public Task Leaves_sensitive_parameters_and_what_was_made_harmless() => AnalyzerVerifier.VerifyAsync(
        Declarations +
        """
        public sealed class Caller(JobsClient jobs)
        {
            public async Task A([Sensitive] string secret, [Sensitive] Card whole, Card card, string open)
            {
                await jobs.Closed.DelayAsync(secret);
                await jobs.Closed.DelayAsync($"a {card.Number}", card);
                await jobs.Closed.DelayManyAsync(new[] { secret }, static one => new(one));
                _ = jobs.Closed.Partial(card);
                await jobs.Open.DelayAsync(open, secret.Length);
                await jobs.Open.DelayAsync(nameof(secret), whole.Id);
                await jobs.Open.DelayAsync(secret == "x" ? "a" : "b");
                await jobs.Open.DelayAsync(Hash(secret));
                await jobs.Open.DelayAsync(secret[^4..]);
                var other = secret;
                other = open;
                await jobs.Open.DelayAsync(other);
            }

            private static string Hash(string text) =>
                Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
        }
        """);

    [Fact]
    public Task Leaves_methods_of_that_name_that_belong_to_no_task() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Other
        {
            public static Task DelayAsync(string text) => Task.FromResult(text);
            public sealed record Args(string Text);
        }
        public static class Caller
        {
            public static async Task A([Sensitive] string secret) { await Other.DelayAsync(secret); _ = new Other.Args(secret); }
        }
        """);

    [Fact]
    public async Task Flags_it_for_tasks_of_another_assembly_too()
    {
        var library = ReferencedAssembly.Of("Library", Declarations);
        await AnalyzerVerifier.VerifyAsync(
            """
            public static class Caller
            {
                public static async Task A(JobsClient jobs, Card card)
                {
                    await jobs.Open.DelayAsync([|TG0307:card.Number|]);
                    await jobs.Closed.DelayAsync(card.Number);
                    _ = new JobsClient.ClosedTask.Args(card.Number);
                }
            }
            """,
            library);
    }

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public sealed class OpenTask { public void DelayAsync(string text) { } }
        public static class Caller { public static void A(OpenTask task, [Sensitive] string secret) => task.DelayAsync(secret); }
        """);
}

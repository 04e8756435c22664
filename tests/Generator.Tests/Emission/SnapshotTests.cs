using Generator.Tests.Support;

namespace Generator.Tests.Emission;

/// <summary>The generated text itself, so that a change of it is seen in review.</summary>
public sealed class SnapshotTests
{
    private const string Source =
        """
        namespace Shop;

        public sealed record Report(string Kind);
        public sealed record Stage(string Name);
        public sealed class Customer { public int Id { get; init; } [Sensitive] public string Email { get; init; } = ""; }

        public sealed class ReportTasks(IFormatProvider format, ITaskClient? tasks = null) : IAsyncDisposable
        {
            /// <summary>Makes a report.</summary>
            /// <param name="kind">Of which kind.</param>
            [Task(Name = "reports.generate", Queue = "cpu_intensive", Idempotent = true, Retry = 3), RetryOn<TimeoutException>,
                GiveUpOn<ArgumentException>]
            public async Task<Report> GenerateReport(string kind, (int From, int To) years, string[]? tags = null,
                ITaskProgress<Stage> progress = null!, CancellationToken cancellationToken = default)
            {
                await Task.Yield();
                return new Report(kind + format + tasks);
            }

            [Task] public static void Log(string text, params int[] numbers) { }

            [Task] [return: Sensitive]
            public static string Pay(int order, [Sensitive] string card, Customer customer, ITaskProgress<Customer> progress) => card;

            [Condition("is_weekend")]
            public static bool IsWeekend(System.Text.Json.JsonElement data, System.Text.Json.JsonElement parameters) => false;

            public ValueTask DisposeAsync() => default;
        }
        """;

    [Theory]
    [InlineData("Client", "Shop.ReportTasks.")]
    [InlineData("Module", "TaskGen.Module.")]
    [InlineData("AddGeneratedTasks", "TaskGen.AddGeneratedTasks.")]
    public void Files_are_as_verified(string name, string hintStart)
    {
        var files = GeneratorHarness.Files(GeneratorHarness.Run(Source));
        Snapshot.Matches(name, files.Single(file => file.Key.StartsWith(hintStart, StringComparison.Ordinal)).Value);
    }

    // The sources document only some parameters (CS1573).
    [Fact]
    public void The_source_of_the_snapshots_compiles_strictly() =>
        GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile("#pragma warning disable CS1573\n" + Source));
}

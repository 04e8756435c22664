using System.Globalization;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>The tour as a process of its own: it checks what it shows, so its exit code is the test.</summary>
public sealed class TourTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const int Patterns = 15;

    // A notice, word of a report that a chain has written, and an alert from the handler of an error; a recipient without an address.
    private const int SentMails = 3;
    private const int RefusedMails = 1;

    // Two kinds, and one of them by a chord, by a chain and alone; a page and a plot each.
    private const int Reports = 5;

    // The pattern and the example at the end.
    private const int UserOperations = 2;

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TaskGen.Sample.dll");
    private static readonly TimeSpan WholeTour = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Embedded_all_it_shows_holds_and_nothing_stays_behind()
    {
        var folder = Directory.CreateTempSubdirectory("taskgen-tour-");
        await RunAsync(
            [],
            new ChildProcessOptions
            {
                Environment = new Dictionary<string, string?> { ["TMPDIR"] = folder.FullName },
                WorkingDirectory = folder.FullName,
            });
        Assert.DoesNotContain(
            folder.EnumerateFileSystemInfos(),
            static entry => entry.Name.StartsWith("taskgen-sample-", StringComparison.Ordinal) || entry.Name is "mail" or "reports");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task On_servers_all_it_shows_holds_and_again_on_what_the_first_has_left()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var smtp = SmtpServer.Start();
        var (database, connectionString) = await postgres.CreateDatabaseAsync();
        var reports = Directory.CreateTempSubdirectory("taskgen-tour-");
        string[] arguments =
            ["--redis", redis.EndPoint, "--postgres", connectionString, "--smtp", smtp.EndPoint, "--reports", reports.FullName];
        for (var run = 1; run <= 2; run++)
        {
            await RunAsync(arguments, new ChildProcessOptions());
            Assert.Equal(SentMails * run, smtp.Messages.Count);
            Assert.Equal(2 * Reports * run, reports.GetFiles().Length);
            Assert.Equal(
                $"{SentMails * run}|{(SentMails + RefusedMails) * run}|{UserOperations * run}",
                await postgres.Server.QueryAsync(
                    "select (select count(*) from email_logs where status = 'sent'), (select count(*) from email_logs), (select count(*) "
                    + "from user_operations)",
                    database));
        }

        reports.Delete(recursive: true);
    }

    private static async Task RunAsync(string[] arguments, ChildProcessOptions options)
    {
        await using var tour = ChildProcess.StartDotnet(Program, arguments, options);
        Assert.True(await tour.WaitForExitAsync(WholeTour) == 0, tour.Tail());
        await tour.OutputEnded.WaitAsync(Limits.Long);

        // Each step has its number in its heading and in the table at the end.
        Assert.Equal(
            Enumerable.Range(1, Patterns).SelectMany(static number => new[] { number, number }),
            tour.Lines.Select(NumberOf).OfType<int>().Order());
        Assert.Matches($"^{Patterns} patterns, [0-9]+ checks, [0-9.]+ s$", tour.Lines[^1]);
        Assert.True(tour.Lines.Count(static line => line.StartsWith("  ✓ ", StringComparison.Ordinal)) >= 2 * Patterns, tour.Tail());
        Assert.DoesNotContain(tour.Lines, static line => line.IndexOfAny(['\e', '✗', '│', '─', '━']) >= 0);
        Assert.Contains("    var options = new ProcessingOptions();", tour.Lines);
        Assert.All(["Dataset processing: ", "Batch processing: ", "Conditional processing: "], result => Assert.Contains(
            tour.Lines, line => line.Contains(result, StringComparison.Ordinal)));
    }

    // The heading of a step: "7. Reports".
    private static int? NumberOf(string line)
    {
        var dot = line.IndexOf(". ", StringComparison.Ordinal);
        return dot > 0 && int.TryParse(line.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
    }
}

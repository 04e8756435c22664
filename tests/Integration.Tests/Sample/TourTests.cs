using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>The tour as a process of its own: it checks what it shows, so its exit code is the test.</summary>
public sealed class TourTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "TaskGen.Sample.dll");
    private static readonly TimeSpan WholeTour = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Embedded_all_it_shows_holds_and_nothing_stays_behind()
    {
        var folder = Directory.CreateTempSubdirectory("taskgen-tour-");
        await RunAsync([], new ChildProcessOptions { Environment = new Dictionary<string, string?> { ["TMPDIR"] = folder.FullName }, WorkingDirectory = folder.FullName });
        Assert.DoesNotContain(folder.EnumerateFileSystemInfos(), static entry => entry.Name.StartsWith("taskgen-sample-", StringComparison.Ordinal) || entry.Name is "mail" or "reports");
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task On_servers_all_it_shows_holds_and_again_on_what_the_first_has_left()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var smtp = SmtpServer.Start();
        var (database, connectionString) = await postgres.CreateDatabaseAsync();
        var reports = Directory.CreateTempSubdirectory("taskgen-tour-");
        string[] arguments = ["--redis", redis.EndPoint, "--postgres", connectionString, "--smtp", smtp.EndPoint, "--reports", reports.FullName];
        for (var run = 1; run <= 2; run++)
        {
            await RunAsync(arguments, new ChildProcessOptions());
            Assert.Equal(run, smtp.Messages.Count);
            Assert.Equal(4 * run, reports.GetFiles().Length);
            Assert.Equal(
                $"{run}|{2 * run}|{run}",
                await postgres.Server.QueryAsync(
                    "select (select count(*) from email_logs where status = 'sent'), (select count(*) from email_logs), (select count(*) from user_operations)", database));
        }

        reports.Delete(recursive: true);
    }

    private static async Task RunAsync(string[] arguments, ChildProcessOptions options)
    {
        await using var tour = ChildProcess.StartDotnet(Program, arguments, options);
        Assert.True(await tour.WaitForExitAsync(WholeTour) == 0, tour.Tail());
        await tour.OutputEnded.WaitAsync(Limits.Long);
        Assert.Contains(tour.Lines, static line => line.Contains(" patterns held, in ", StringComparison.Ordinal));
    }
}

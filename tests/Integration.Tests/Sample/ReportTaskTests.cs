using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;
using TaskGen.Testing;

namespace Integration.Tests;

public sealed class ReportTaskTests(DataServers servers) : IClassFixture<DataServers>
{
    private static readonly long[] Phases = [0, 25, 50, 75, 90, 100];

    [Theory]
    [InlineData(false, "delays_by_hour")]
    [InlineData(false, "delays_by_distance")]
    [InlineData(true, "delays_by_hour")]
    [InlineData(true, "delays_by_distance")]
    public async Task A_report_has_a_plot_and_a_table_and_its_phases_arrive_in_order(bool onServers, string type)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers);
        var dataset = await application.ImportAsync();
        var handle = await application.Tasks.ReportTasks.GenerateReport.DelayAsync(type, new ReportParameters(dataset.Id));
        var seen = await handle.ProgressAsync().Select(static report => report.Current).ToListAsync();
        var report = await handle.GetAsync(Limits.Long);

        // A phase that is over at once may be folded into the next one; the order and the last stay.
        Assert.Equal(seen.Distinct().Order(), seen);
        Assert.Subset(Phases.ToHashSet(), seen.ToHashSet());
        Assert.Equal(100, seen[^1]);

        Assert.Equal(application.Reports, Path.GetDirectoryName(report.FilePath));
        var plot = Path.ChangeExtension(report.FilePath, ".png");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(plot))[..4]);
        var page = await File.ReadAllTextAsync(report.FilePath);
        Assert.Contains($"src=\"{Path.GetFileName(plot)}\"", page, StringComparison.Ordinal);
        Assert.Equal(report.Rows, page.Split("<tr><td>").Length - 1);
        Assert.Equal(
            await application.CountAsync(
                "select count(*) from dataset_rows where delay <= 720 and departure >= 0 and departure < 24 and distance between 1 and "
                + "10000"),
            report.Flights);
        Assert.Equal(2, Directory.GetFiles(application.Reports).Length);
    }

    [Fact]
    public async Task Both_databases_give_the_same_groups()
    {
        await using var embedded = await SampleApplication.StartAsync(servers, onServers: false);
        await using var served = await SampleApplication.StartAsync(servers, onServers: true);
        foreach (var kind in ReportKind.All)
        {
            var one = await GroupsAsync(embedded, kind);
            var other = await GroupsAsync(served, kind);
            Assert.NotEmpty(one);
            Assert.Equal(one, other);
        }

        static async Task<List<(int, int, double, double)>> GroupsAsync(SampleApplication application, ReportKind kind)
        {
            var dataset = await application.ImportAsync();
            var groups = await application.Of<IReportStore>().CollectAsync(kind, new ReportParameters(dataset.Id), CancellationToken.None);
            return
            [
                .. groups.Select(
                    static group => (group.Group, group.Flights, Math.Round(group.AverageDelay, 9), Math.Round(group.OnTime, 9))),
            ];
        }
    }

    [Fact]
    public async Task A_second_attempt_leaves_the_same_files_and_all_phases_are_reported()
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers: false);
        var dataset = await application.ImportAsync();
        var tasks = new ReportTasks(
            application.Of<IDatasetStore>(), application.Of<IReportStore>(), application.Of<ReportPage>(), application.Of<ReportFolder>());
        var context = TestTaskContext.Create();
        var progress = new Phase();
        var first = await tasks.GenerateReport(
            "delays_by_hour", new ReportParameters(dataset.Id), progress, context, CancellationToken.None);
        var (page, plot) = await ReadAsync(first);
        Assert.Equal(Phases, progress.Reported);

        var second = await tasks.GenerateReport(
            "delays_by_hour", new ReportParameters(dataset.Id), progress, context, CancellationToken.None);
        Assert.Equal(first, second);
        var (pageAgain, plotAgain) = await ReadAsync(second);
        Assert.Equal(page, pageAgain);
        Assert.Equal(plot, plotAgain);
        Assert.Equal(2, Directory.GetFiles(application.Reports).Length);

        static async Task<(string Page, byte[] Plot)> ReadAsync(GeneratedReport report) =>
            (await File.ReadAllTextAsync(report.FilePath), await File.ReadAllBytesAsync(Path.ChangeExtension(report.FilePath, ".png")));
    }

    [Theory]
    [InlineData("delays_by_moon", 0, 1, "The report types are: delays_by_hour, delays_by_distance")]
    [InlineData("delays_by_hour", 99, 1, "Data set 100 does not exist")]
    [InlineData("delays_by_hour", 0, 99_999, "no flights with a distance of 99999")]
    public async Task A_report_that_cannot_be_made_is_permanent_and_says_why(string type, int otherDataset, int minDistance, string why)
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers: false);
        var dataset = await application.ImportAsync();
        var handle = await application.Tasks.ReportTasks.GenerateReport.DelayAsync(
            type, new ReportParameters(dataset.Id + otherDataset, minDistance));
        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));

        Assert.Contains(why, failure.RemoteMessage, StringComparison.Ordinal);
        Assert.Equal(1, failure.Attempts);
        Assert.False(Directory.Exists(application.Reports));
    }

    private sealed class Phase : ITaskProgress
    {
        public List<long> Reported { get; } = [];

        public void Report(long current, long? total = null, string? status = null) => Reported.Add(current);
    }
}

namespace TaskGen.Tests.Execution;

/// <summary>Fault R17: progress for libraries.</summary>
public sealed class AsProgressTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(42.5, 4250)]
    [InlineData(100, 10_000)]
    [InlineData(-1, 0)]
    [InlineData(101, 10_000)]
    [InlineData(double.PositiveInfinity, 10_000)]
    public void A_value_is_a_part_of_the_total(double value, long current)
    {
        var reports = new Reports();

        reports.AsProgress(status: "busy").Report(value);
        reports.AsProgress(total: 1).Report(value / 100);

        Assert.Equal([(current, 10_000, "busy"), (current, 10_000, null)], reports.Seen);
    }

    [Fact]
    public void What_is_no_number_is_ignored_and_a_total_must_be_one()
    {
        var reports = new Reports();

        reports.AsProgress().Report(double.NaN);

        Assert.Empty(reports.Seen);
        Assert.All(
            (double[])[0, -1, double.NaN, double.PositiveInfinity],
            total => Assert.Throws<ArgumentOutOfRangeException>(() => reports.AsProgress(total)));
    }

    private sealed class Reports : ITaskProgress
    {
        public List<(long Current, long? Total, string? Status)> Seen { get; } = [];

        public void Report(long current, long? total = null, string? status = null) => Seen.Add((current, total, status));
    }
}

using TaskGen.Primitives;

namespace TaskGen.Tests.Telemetry;

/// <summary>Durations in messages have a unit and few digits.</summary>
public sealed class DurationsTests
{
    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.0012345, "1.23 ms")]
    [InlineData(0.9994, "999 ms")]
    [InlineData(0.9996, "1 s")]
    [InlineData(12.3456, "12.3 s")]
    [InlineData(89, "89 s")]
    [InlineData(300, "5 min")]
    [InlineData(7200, "2 h")]
    [InlineData(864_000, "10 days")]
    [InlineData(-1.5, "-1.5 s")]
    public void A_duration_has_a_unit_and_few_digits(double seconds, string expected) =>
        Assert.Equal(expected, Durations.Show(TimeSpan.FromTicks((long)Math.Round(seconds * TimeSpan.TicksPerSecond))));

    [Fact]
    public void The_longest_durations_are_shown_too()
    {
        Assert.Equal("10675199 days", Durations.Show(TimeSpan.MaxValue));
        Assert.Equal("-10675199 days", Durations.Show(TimeSpan.MinValue));
    }
}

using CsCheck;
using TaskGen.Worker;

namespace TaskGen.Tests.Worker;

public sealed class BackoffTests
{
    private static readonly Gen<(int Attempt, double Base, double Max, double Chance)> Cases =
        Gen.Select(Gen.Int[1, 10_000], Gen.Double[0, 1_000], Gen.Double[0, 1_000_000], Gen.Double[0, 1]);

    [Fact]
    public void A_delay_is_the_smaller_of_the_doubled_base_and_the_maximum_plus_10_to_30_percent() => Cases.Sample(
        static (attempt, least, most, chance) =>
        {
            var plain = Plain(attempt, least, most);

            var delay = Backoff.Delay(attempt, Policy(least, most), chance).TotalSeconds;

            return Near(delay, plain * (1.1 + (0.2 * chance))) && delay <= (most * 1.3) + 1e-6 && double.IsFinite(delay) && delay >= 0;
        });

    [Fact]
    public void Delays_never_fall_from_one_attempt_to_the_next_but_for_the_jitter() => Cases.Sample(
        static (attempt, least, most, chance) =>
            Backoff.Delay(attempt + 1, Policy(least, most), chance) >= Backoff.Delay(attempt, Policy(least, most), chance));

    [Theory]
    [InlineData(1, 1, 60, 0, 1.1)]
    [InlineData(1, 1, 60, 1, 1.3)]
    [InlineData(4, 1, 60, 0.5, 9.6)]
    [InlineData(7, 1, 60, 0, 66)]
    [InlineData(10_000, 1, 60, 1, 78)]
    [InlineData(1, 5, 2, 0, 2.2)]
    public void These_delays_are_exact(int attempt, double least, double most, double chance, double expected) =>
        Assert.Equal(expected, Backoff.Delay(attempt, Policy(least, most), chance).TotalSeconds, 9);

    [Fact]
    public void A_base_of_zero_never_waits_however_many_attempts_there_were()
    {
        for (var attempt = 1; attempt <= 10_000; attempt++)
        {
            Assert.Equal(TimeSpan.Zero, Backoff.Delay(attempt, Policy(0, 60), 1));
        }
    }

    [Theory]
    [InlineData(double.MaxValue)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void A_maximum_beyond_all_time_waits_to_the_end_of_time_instead_of_throwing(double most) =>
        Assert.True(Backoff.Delay(10_000, Policy(1, most), 1) > TimeSpan.FromDays(3650));

    private static RetryPolicy Policy(double least, double most) => new(10_000, least, most, static _ => true);

    // By doubling, so that the formula is not checked against itself.
    private static double Plain(int attempt, double least, double most)
    {
        var delay = least;
        for (var i = 1; i < attempt && delay < most && delay > 0; i++)
        {
            delay *= 2;
        }

        return Math.Min(delay, most);
    }

    private static bool Near(double actual, double expected) => Math.Abs(actual - expected) <= 1e-6 + (1e-9 * expected);
}

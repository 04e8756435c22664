namespace TaskGen.Sample;

/// <summary>Represents the summary of the flight groups in a report.</summary>
/// <param name="Flights">The total number of flights.</param>
/// <param name="AverageDelay">The mean delay in minutes.</param>
/// <param name="OnTime">The share of flights that arrived less than 15 minutes late, from 0 to 1.</param>
/// <param name="Median">The median delay in minutes.</param>
/// <param name="NinetiethPercentile">The delay in minutes that 90 percent of the flights did not exceed.</param>
/// <param name="Best">The group with the smallest mean delay, among groups with enough flights.</param>
/// <param name="Worst">The group with the largest mean delay, among groups with enough flights.</param>
public sealed record DelayAnalysis(
    int Flights, double AverageDelay, double OnTime, int Median, int NinetiethPercentile, DelayGroup Best, DelayGroup Worst)
{
    // A mean over fewer flights is not significant.
    private const int EnoughFlights = 100;

    /// <summary>Computes the summary of groups.</summary>
    /// <param name="groups">The groups, at least one.</param>
    /// <param name="delays">The number of flights per delay, ordered by delay.</param>
    /// <returns>The analysis.</returns>
    public static DelayAnalysis Of(IReadOnlyList<DelayGroup> groups, IReadOnlyList<(int Delay, int Flights)> delays)
    {
        var flights = groups.Sum(static group => group.Flights);
        var enough = groups.Where(static group => group.Flights >= EnoughFlights)
            .DefaultIfEmpty(groups.MaxBy(static group => group.Flights)!)
            .ToList();
        return new DelayAnalysis(
            flights,
            groups.Sum(static group => group.AverageDelay * group.Flights) / flights,
            groups.Sum(static group => group.OnTime * group.Flights) / flights,
            Percentile(delays, flights * 0.5),
            Percentile(delays, flights * 0.9),
            enough.MinBy(static group => group.AverageDelay)!,
            enough.MaxBy(static group => group.AverageDelay)!);
    }

    // Uses the nearest-rank method: returns the first delay that at least this share of the flights did not exceed.
    private static int Percentile(IReadOnlyList<(int Delay, int Flights)> delays, double rank)
    {
        var flights = 0;
        foreach (var (delay, count) in delays)
        {
            flights += count;
            if (flights >= rank)
            {
                return delay;
            }
        }

        return delays[^1].Delay;
    }
}

namespace TaskGen.Sample;

/// <summary>What the groups say when they are put together.</summary>
/// <param name="Flights">How many flights there are in all.</param>
/// <param name="AverageDelay">Their mean delay in minutes.</param>
/// <param name="OnTime">The share of them that arrived less than 15 minutes late, 0 to 1.</param>
/// <param name="Median">Half of them were at most so many minutes late.</param>
/// <param name="NinetiethPercentile">Nine tenths of them were at most so many minutes late.</param>
/// <param name="Best">The group with the smallest mean delay, of those with enough flights.</param>
/// <param name="Worst">The group with the largest.</param>
public sealed record DelayAnalysis(
    int Flights, double AverageDelay, double OnTime, int Median, int NinetiethPercentile, DelayGroup Best, DelayGroup Worst)
{
    // A mean over fewer flights says more about chance than about the group.
    private const int EnoughFlights = 100;

    /// <summary>Puts groups together.</summary>
    /// <param name="groups">The groups; at least one.</param>
    /// <param name="delays">How many of the same flights had which delay, in order.</param>
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

    // The nearest rank: the first delay with at least so many flights up to it.
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

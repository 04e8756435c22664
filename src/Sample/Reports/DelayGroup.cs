namespace TaskGen.Sample;

/// <summary>The flights of one group.</summary>
/// <param name="Group">Its number.</param>
/// <param name="Flights">How many flew.</param>
/// <param name="AverageDelay">Their mean delay in minutes; early arrivals count as negative.</param>
/// <param name="OnTime">The share that arrived less than 15 minutes late, 0 to 1.</param>
public sealed record DelayGroup(int Group, int Flights, double AverageDelay, double OnTime)
{
    /// <summary>Puts groups of the same number together.</summary>
    /// <param name="groups">The groups of different flights.</param>
    /// <returns>One group a number, by number.</returns>
    public static IReadOnlyList<DelayGroup> Merge(IEnumerable<DelayGroup> groups) =>
    [
        .. groups.GroupBy(static group => group.Group)
            .Select(static same => Merge(same.Key, [.. same]))
            .OrderBy(static group => group.Group),
    ];

    private static DelayGroup Merge(int number, DelayGroup[] groups)
    {
        var flights = groups.Sum(static group => group.Flights);
        return new DelayGroup(
            number,
            flights,
            groups.Sum(static group => group.AverageDelay * group.Flights) / flights,
            groups.Sum(static group => group.OnTime * group.Flights) / flights);
    }
}

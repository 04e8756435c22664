namespace TaskGen.Sample;

/// <summary>Represents a group of flights in a report, such as the flights of one hour.</summary>
/// <param name="Group">The number of the group.</param>
/// <param name="Flights">The number of flights.</param>
/// <param name="AverageDelay">The mean delay in minutes; early arrivals count as negative delays.</param>
/// <param name="OnTime">The share of flights that arrived less than 15 minutes late, from 0 to 1.</param>
public sealed record DelayGroup(int Group, int Flights, double AverageDelay, double OnTime)
{
    /// <summary>Merges groups with the same number.</summary>
    /// <param name="groups">The groups. Each flight must be in only one group.</param>
    /// <returns>One group per number, ordered by number.</returns>
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

namespace TaskGen.Sample;

/// <summary>Represents a kind of report, which defines how flights are grouped.</summary>
/// <param name="Name">The name of the kind, as it is passed to a task.</param>
/// <param name="Title">The title of the report.</param>
/// <param name="Axis">The label of the axis that shows the groups.</param>
/// <param name="Group">The SQL expression that computes the number of a group.</param>
/// <param name="Label">A function that returns the label of a group for its number.</param>
public sealed record ReportKind(string Name, string Title, string Axis, string Group, Func<int, string> Label)
{
    private const int MilesInGroup = 250;

    /// <summary>All kinds of reports.</summary>
    public static IReadOnlyList<ReportKind> All { get; } =
    [
        new(
            "delays_by_hour",
            "Delays by hour of departure",
            "Hour of departure",
            "floor(departure)",
            static hour => FormattableString.Invariant($"{hour:00}")),
        new(
            "delays_by_distance",
            "Delays by distance",
            "Distance, miles",
            FormattableString.Invariant($"distance / {MilesInGroup}"),
            static group => FormattableString.Invariant($"{group * MilesInGroup}")),
    ];

    /// <summary>Finds a kind of report.</summary>
    /// <param name="name">The name of the kind.</param>
    /// <returns>The kind, or <see langword="null"/> if it does not exist.</returns>
    public static ReportKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}

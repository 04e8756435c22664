namespace TaskGen.Sample;

/// <summary>A kind of report: by what flights are grouped.</summary>
/// <param name="Name">What it is asked for by.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Axis">What the groups are.</param>
/// <param name="Group">The SQL that numbers the groups.</param>
/// <param name="Label">Names a group.</param>
public sealed record ReportKind(string Name, string Title, string Axis, string Group, Func<int, string> Label)
{
    private const int MilesInGroup = 250;

    /// <summary>All kinds there are.</summary>
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

    /// <summary>Finds a kind.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The kind, or null.</returns>
    public static ReportKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}

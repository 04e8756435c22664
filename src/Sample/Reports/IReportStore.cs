namespace TaskGen.Sample;

/// <summary>Provides the data for reports. Several threads and processes can use the store at the same time.</summary>
public interface IReportStore
{
    /// <summary>Groups the flights that have plausible values. The grouping is done in the database.</summary>
    /// <param name="kind">The kind of report, which defines the groups.</param>
    /// <param name="parameters">The parameters that select the flights.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The groups that are not empty, ordered by number.</returns>
    Task<IReadOnlyList<DelayGroup>> CollectAsync(ReportKind kind, ReportParameters parameters, CancellationToken cancellationToken);

    /// <summary>Counts the same flights per delay. The counting is done in the database.</summary>
    /// <param name="parameters">The parameters that select the flights.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The delays in minutes, in ascending order, each with its number of flights.</returns>
    Task<IReadOnlyList<(int Delay, int Flights)>> CountDelaysAsync(ReportParameters parameters, CancellationToken cancellationToken);
}

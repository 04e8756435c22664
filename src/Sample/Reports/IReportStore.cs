namespace TaskGen.Sample;

/// <summary>Provides the data of reports. It can be used by several threads and processes at the same time.</summary>
public interface IReportStore
{
    /// <summary>Groups the flights with plausible values, in the database.</summary>
    /// <param name="kind">The kind of report, which defines the groups.</param>
    /// <param name="parameters">The parameters that select the flights.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The groups, ordered by number, without empty ones.</returns>
    Task<IReadOnlyList<DelayGroup>> CollectAsync(ReportKind kind, ReportParameters parameters, CancellationToken cancellationToken);

    /// <summary>Counts the same flights per delay, in the database.</summary>
    /// <param name="parameters">The parameters that select the flights.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The delays in minutes, in ascending order, with the number of flights of each.</returns>
    Task<IReadOnlyList<(int Delay, int Flights)>> CountDelaysAsync(ReportParameters parameters, CancellationToken cancellationToken);
}

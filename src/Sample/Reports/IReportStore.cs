namespace TaskGen.Sample;

/// <summary>What reports are made of. It may be used from any thread and from any number of processes at once.</summary>
public interface IReportStore
{
    /// <summary>Has the database group the flights that can be believed.</summary>
    /// <param name="kind">How to group them.</param>
    /// <param name="parameters">Which flights count.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The groups, by number; empty ones are left out.</returns>
    Task<IReadOnlyList<DelayGroup>> CollectAsync(ReportKind kind, ReportParameters parameters, CancellationToken cancellationToken);

    /// <summary>Has the database count how many of the same flights were how late.</summary>
    /// <param name="parameters">Which flights count.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Delays in minutes, in order, and how many flights had each.</returns>
    Task<IReadOnlyList<(int Delay, int Flights)>> CountDelaysAsync(ReportParameters parameters, CancellationToken cancellationToken);
}

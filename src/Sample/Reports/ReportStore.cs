namespace TaskGen.Sample;

/// <summary>Queries the rows of data sets in SQLite or PostgreSQL.</summary>
/// <param name="database">The database.</param>
public sealed class ReportStore(SampleDatabase database) : IReportStore
{
    private const string Believable =
        "dataset_id = @dataset and delay <= 720 and departure >= 0 and departure < 24 and distance between @min and @max";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<DelayGroup>> CollectAsync(
        ReportKind kind, ReportParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(parameters);
        await using var session = await database.ReadAsync(cancellationToken);
        return await session.QueryAsync(
            $"""
            select cast({kind.Group} as integer), cast(count(*) as integer), avg(cast(delay as double precision)),
                avg(cast(case when delay < 15 then 1 else 0 end as double precision))
            from dataset_rows
            where {Believable}
            group by 1
            order by 1
            """,
            Values(parameters),
            static row => new DelayGroup(row.GetInt32(0), row.GetInt32(1), row.GetDouble(2), row.GetDouble(3)),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<(int Delay, int Flights)>> CountDelaysAsync(
        ReportParameters parameters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        await using var session = await database.ReadAsync(cancellationToken);
        return await session.QueryAsync(
            $"select delay, cast(count(*) as integer) from dataset_rows where {Believable} group by delay order by delay",
            Values(parameters),
            static row => (row.GetInt32(0), row.GetInt32(1)),
            cancellationToken);
    }

    private static IEnumerable<(string Name, object? Value)> Values(ReportParameters parameters) =>
        [("@dataset", parameters.DatasetId), ("@min", parameters.MinDistance), ("@max", parameters.MaxDistance)];
}

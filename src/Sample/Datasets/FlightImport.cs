namespace TaskGen.Sample;

/// <summary>Brings the data set that ships with the sample into a database.</summary>
internal static class FlightImport
{
    /// <summary>Makes the tables and imports the data set, where either is missing.</summary>
    /// <param name="store">The database.</param>
    /// <param name="cancellationToken">Ends the call; what was not finished is not there.</param>
    /// <returns>The data set.</returns>
    public static async Task<DatasetImport> RunAsync(IDatasetStore store, CancellationToken cancellationToken)
    {
        await store.CreateAsync(cancellationToken);
        return await store.ImportAsync(FlightArchive.Name, FlightArchive.Source, FlightArchive.ReadAsync(cancellationToken), cancellationToken);
    }
}

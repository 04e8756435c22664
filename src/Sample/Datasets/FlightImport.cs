namespace TaskGen.Sample;

/// <summary>Brings the data set that ships with the sample into a database.</summary>
internal static class FlightImport
{
    /// <summary>Makes the tables and imports the data set, where either is missing.</summary>
    /// <param name="database">The database.</param>
    /// <param name="store">The data sets in it.</param>
    /// <param name="cancellationToken">Ends the call; what was not finished is not there.</param>
    /// <returns>The data set.</returns>
    public static async Task<DatasetImport> RunAsync(SampleDatabase database, IDatasetStore store, CancellationToken cancellationToken)
    {
        await database.CreateAsync(cancellationToken);
        return await store.ImportAsync(
            FlightArchive.Name, FlightArchive.Source, FlightArchive.ReadAsync(cancellationToken), cancellationToken);
    }
}

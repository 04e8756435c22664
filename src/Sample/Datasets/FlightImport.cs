namespace TaskGen.Sample;

/// <summary>Imports the data set that is included in the sample into a database.</summary>
internal static class FlightImport
{
    /// <summary>Creates the tables and imports the data set, if they do not exist.</summary>
    /// <param name="database">The database.</param>
    /// <param name="store">The store of data sets in the database.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it rolls back an unfinished import.
    /// </param>
    /// <returns>The data set, and whether this call imported it.</returns>
    public static async Task<DatasetImport> RunAsync(SampleDatabase database, IDatasetStore store, CancellationToken cancellationToken)
    {
        await database.CreateAsync(cancellationToken);
        return await store.ImportAsync(
            FlightArchive.Name, FlightArchive.Source, FlightArchive.ReadAsync(cancellationToken), cancellationToken);
    }
}

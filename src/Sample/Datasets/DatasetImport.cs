namespace TaskGen.Sample;

/// <summary>Represents the result of an import.</summary>
/// <param name="Dataset">The data set, which is in the database.</param>
/// <param name="IsNew"><see langword="true"/> if this call imported the data set; <see langword="false"/> if it existed before.</param>
public sealed record DatasetImport(Dataset Dataset, bool IsNew);

namespace TaskGen.Sample;

/// <summary>A data set that is in the database now.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="IsNew">Whether this call has imported it; otherwise it was there.</param>
public sealed record DatasetImport(Dataset Dataset, bool IsNew);

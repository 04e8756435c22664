namespace TaskGen.Sample;

/// <summary>A data set in the database agrees with the file it was imported from.</summary>
/// <param name="DatasetId">The data set.</param>
/// <param name="Rows">How many rows both have.</param>
/// <param name="Sha256">The fingerprint of the file.</param>
public sealed record ArchiveCheck(int DatasetId, int Rows, string Sha256);

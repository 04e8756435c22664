namespace TaskGen.Sample;

/// <summary>Represents a successful comparison of a data set with the file from which it was imported.</summary>
/// <param name="DatasetId">The id of the data set.</param>
/// <param name="Rows">The number of rows, which is the same in the data set and the file.</param>
/// <param name="Sha256">The SHA-256 hash of the file.</param>
public sealed record ArchiveCheck(int DatasetId, int Rows, string Sha256);

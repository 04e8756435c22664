namespace TaskGen.Sample;

/// <summary>Represents the result of an operation on many users.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="TotalUsers">The total number of users.</param>
/// <param name="Processed">The number of changed users.</param>
/// <param name="Failed">The number of users that were not changed.</param>
public sealed record UserOperationReport(UserOperation Operation, int TotalUsers, int Processed, int Failed);

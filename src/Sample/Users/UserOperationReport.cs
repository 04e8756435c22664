namespace TaskGen.Sample;

/// <summary>What came of an operation on many users.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="TotalUsers">How many users it was for.</param>
/// <param name="Processed">How many were changed.</param>
/// <param name="Failed">How many were not.</param>
public sealed record UserOperationReport(UserOperation Operation, int TotalUsers, int Processed, int Failed);

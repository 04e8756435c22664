using TaskGen;

namespace Integration.Tests;

/// <summary>A body began.</summary>
/// <param name="Id">The task.</param>
/// <param name="Attempt">Which attempt.</param>
internal sealed record LedgerStart(TaskId Id, int Attempt);

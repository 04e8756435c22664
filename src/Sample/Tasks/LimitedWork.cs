namespace TaskGen.Sample;

/// <summary>Represents the result of a task with time limits.</summary>
/// <param name="Steps">The number of finished steps.</param>
/// <param name="StopReason">The reason for the cancellation; <c>None</c> if the token was not canceled.</param>
public sealed record LimitedWork(int Steps, string StopReason);

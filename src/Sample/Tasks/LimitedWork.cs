namespace TaskGen.Sample;

/// <summary>How far a task with limits came.</summary>
/// <param name="Steps">How many steps it made.</param>
/// <param name="StopReason">Why its token had fired; <c>None</c> where it had not.</param>
public sealed record LimitedWork(int Steps, string StopReason);

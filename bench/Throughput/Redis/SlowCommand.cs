namespace TaskGen.Throughput;

/// <summary>A command that took longer than it should.</summary>
/// <param name="Duration">Its time in the server, without waiting.</param>
/// <param name="IsScript">Whether it is a script.</param>
/// <param name="Kind">The command; of a script its SHA-1 and how many keys it was given, since the slow log has no name.</param>
/// <param name="Key">Its first key.</param>
internal sealed record SlowCommand(TimeSpan Duration, bool IsScript, string Kind, string Key);

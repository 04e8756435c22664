namespace TaskGen.Servers;

/// <summary>What waits to be sent on.</summary>
/// <param name="Buffer">From the shared pool; empty for an end.</param>
/// <param name="Length">How much of it counts.</param>
/// <param name="Due">When, as a timestamp of the stopwatch.</param>
/// <param name="End">What it is, if it is no data.</param>
/// <param name="Hole">The blackhole that there was when it was read; null where there was none.</param>
internal readonly record struct ProxyChunk(byte[] Buffer, int Length, long Due, ProxyEnd End, Blackhole? Hole = null);

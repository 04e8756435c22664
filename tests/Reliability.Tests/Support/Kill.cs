namespace Reliability.Tests;

/// <summary>A process was killed.</summary>
/// <param name="ProcessId">Which.</param>
/// <param name="Before">When it was certainly alive, by the monotonic clock.</param>
/// <param name="After">When it was certainly dead.</param>
internal readonly record struct Kill(int ProcessId, long Before, long After);

namespace Reliability.Tests;

/// <summary>
/// How long a test waits for what is to happen soon. Generous, since a machine can be busy; what a test promises it measures itself.
/// </summary>
internal static class Limits
{
    public static TimeSpan Soon { get; } = TimeSpan.FromSeconds(60);

    public static TimeSpan Long { get; } = TimeSpan.FromSeconds(120);
}

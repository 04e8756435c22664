namespace Servers.Tests;

internal static class Limits
{
    /// <summary>Long enough for a busy machine; passing it is a failure.</summary>
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(20);
}

namespace Pattern.Tests;

/// <summary>How long tests wait for what must come. Far more than it takes: only a failure waits so long.</summary>
internal static class Limits
{
    public static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
}

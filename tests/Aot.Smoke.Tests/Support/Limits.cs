namespace Aot.Smoke.Tests.Support;

/// <summary>How long tests wait for what must come. Far more than it takes: only a failure waits so long.</summary>
internal static class Limits
{
    /// <summary>For a run of the program.</summary>
    public static readonly TimeSpan Run = TimeSpan.FromSeconds(60);

    /// <summary>For making it, which keeps all processors busy for a minute.</summary>
    public static readonly TimeSpan Publish = TimeSpan.FromMinutes(9);
}

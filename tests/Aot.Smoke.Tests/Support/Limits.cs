namespace Aot.Smoke.Tests.Support;

/// <summary>How long tests wait for what must come. Far more than it takes: only a failure waits so long.</summary>
internal static class Limits
{
    /// <summary>For a run of the program.</summary>
    public static readonly TimeSpan Run = TimeSpan.FromSeconds(60);

    /// <summary>For making it: the library, the generator and the program are compiled, and then all of it is made native.</summary>
    public static readonly TimeSpan Publish = TimeSpan.FromMinutes(9);
}

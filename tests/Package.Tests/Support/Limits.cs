namespace Package.Tests.Support;

/// <summary>How long a command may take. Far more than it takes: only a failure waits so long.</summary>
internal static class Limits
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(9);
}

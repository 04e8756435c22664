namespace Ported.Tests.Support;

/// <summary>How long a command may take. Far more than it takes: only a failure waits so long.</summary>
internal static class Limits
{
    public static readonly TimeSpan Build = TimeSpan.FromMinutes(9);

    public static readonly TimeSpan Run = TimeSpan.FromMinutes(3);
}

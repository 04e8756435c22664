namespace TaskGen.Sample;

/// <summary>How the sample ends.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int Usage = 2;

    /// <summary>128 and the number of SIGINT, as a shell has it.</summary>
    public const int Interrupted = 130;
}

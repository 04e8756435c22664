namespace TaskGen.Sample;

/// <summary>Contains the exit codes of the sample.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    public const int Failed = 1;

    public const int Usage = 2;

    /// <summary>The process was interrupted. By convention of shells, the value is 128 plus the number of the SIGINT signal.</summary>
    public const int Interrupted = 130;
}

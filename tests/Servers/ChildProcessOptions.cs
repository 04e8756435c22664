namespace TaskGen.Servers;

/// <summary>How a <see cref="ChildProcess"/> is started.</summary>
public sealed record ChildProcessOptions
{
    /// <summary>Added to the environment of this process; null removes a variable.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The folder that it starts in. Default: the current one.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>The user that it runs as; only root can choose another. Default: the current one.</summary>
    public string? User { get; init; }

    /// <summary>Whether it gets SIGQUIT and three seconds, before SIGKILL, when this process ends without having disposed it.</summary>
    internal bool QuitFirst { get; init; }

    /// <summary>
    /// How readily it gives a processor to others, from -20 to 19, so that what is measured is not disturbed by what runs beside it. Below
    /// 0 is for those who may; for others it stays as it is.
    /// </summary>
    public int Niceness { get; init; }
}

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

    /// <summary>Whether it takes a processor only where nobody else wants it, so that it does not disturb what is measured beside it.</summary>
    public bool GivesWay { get; init; }
}

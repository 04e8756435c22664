using System.Security.Cryptography;

namespace TaskGen.Servers;

/// <summary>How a <see cref="RedisServer"/> is started.</summary>
public sealed record RedisServerOptions
{
    /// <summary>
    /// The program: a name that is looked for in PATH, or a path. Default: <c>redis-server</c>. One that takes the same configuration will
    /// do.
    /// </summary>
    public string Program { get; init; } = "redis-server";

    /// <summary>
    /// Whether to keep an append-only file, with <c>appendfsync everysec</c>. Default: no, and a restarted server is empty.
    /// </summary>
    public bool AppendOnly { get; init; }

    /// <summary>Most memory for data, as Redis writes it: <c>32mb</c>. Default: no limit.</summary>
    public string? MaxMemory { get; init; }

    /// <summary>What goes when memory is full. Default: Redis's own, <c>noeviction</c>.</summary>
    public string? MaxMemoryPolicy { get; init; }

    /// <summary>
    /// Users, each as in <c>ACL SETUSER</c>: <c>app on >secret ~tg:* &amp;tg:* +@all</c>; <c>default off</c> refuses whoever does not log
    /// in. The server also gets a user of this class's own, so that <see cref="RedisServer.CommandAsync"/> goes on working.
    /// </summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>More arguments, after everything else: <c>["--maxclients", "50"]</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <inheritdoc cref="ChildProcessOptions.Niceness"/>
    public int Niceness { get; init; }

    /// <summary>Whether it is to be a node of a Cluster.</summary>
    internal bool ClusterNode { get; init; }

    /// <summary>Of the own user. A copy keeps it, so that the nodes of a Cluster can log in to each other.</summary>
    internal string Password { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
}

using System.Reflection;

namespace TaskGen.Brokers.Redis;

/// <summary>The scripts of the broker, each one file of <c>Scripts</c>.</summary>
internal sealed class BrokerScripts
{
    // Whatever frees or finishes work must run when the server is full; what brings new data in must be refused then.
    private const string Always = " flags=allow-oom";
    private const string UnlessFull = "";
    private const string ReadOnly = " flags=no-writes";

    private readonly string _publish;
    private readonly string? _clock;

    /// <param name="sharded">Whether channels lie in slots, as on a Cluster.</param>
    /// <param name="clock">Stands for <c>lib/clock.lua</c>, so that tests own the broker's time; null: the server's clock.</param>
    public BrokerScripts(bool sharded, string? clock = null)
    {
        (_publish, _clock) = (sharded ? "SPUBLISH" : "PUBLISH", clock);
        Enqueue = Load("enqueue", UnlessFull);
        Join = Load("join", Always);
        Lease = Load("lease", Always);
        Reconcile = Load("reconcile", Always);
        Renew = Load("renew", Always);
        Leave = Load("leave", Always);
        Maintain = Load("maintain", Always);
        Recover = Load("recover", Always);
        Expire = Load("expire", Always);
        Progress = Load("progress", UnlessFull);
        Cancel = Load("cancel", Always);
        Read = Load("read", Always);
        Count = Load("count", ReadOnly);
        Store = Load("store", UnlessFull);
        Commit = Load("commit", UnlessFull);
        Advance = Load("advance", Always);
        Deliver = Load("deliver", Always);
        Members = Load("members", ReadOnly);
        Acquire = Load("acquire", Always);
        Hold = Load("hold", Always);
        Release = Load("release", Always);
    }

    public BrokerScript Enqueue { get; }

    public BrokerScript Join { get; }

    public BrokerScript Lease { get; }

    public BrokerScript Reconcile { get; }

    public BrokerScript Renew { get; }

    public BrokerScript Leave { get; }

    public BrokerScript Maintain { get; }

    public BrokerScript Recover { get; }

    public BrokerScript Expire { get; }

    public BrokerScript Progress { get; }

    public BrokerScript Cancel { get; }

    public BrokerScript Read { get; }

    public BrokerScript Count { get; }

    public BrokerScript Store { get; }

    public BrokerScript Commit { get; }

    public BrokerScript Advance { get; }

    public BrokerScript Deliver { get; }

    public BrokerScript Members { get; }

    public BrokerScript Acquire { get; }

    public BrokerScript Hold { get; }

    public BrokerScript Release { get; }

    public IReadOnlyList<BrokerScript> All =>
        [Enqueue, Join, Lease, Reconcile, Renew, Leave, Maintain, Recover, Expire, Progress, Cancel, Read, Count, Store, Commit, Advance, Deliver, Members, Acquire, Hold, Release];

    /// <summary>The text of a file of <c>Scripts</c>.</summary>
    public static string Source(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The script {path} is missing from this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private BrokerScript Load(string name, string flags) => new(
        name,
        Source($"{name}.lua"),
        flags,
        _publish,
        library => library == "clock" && _clock is not null ? _clock : Source($"lib/{library}.lua"));
}

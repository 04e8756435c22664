using System.Collections.Frozen;
using System.Text;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Every key and channel of one queue. All of them begin with <c>tg:{namespace:queue}:</c>, so that they lie in one hash slot of a Cluster
/// and one pattern of an ACL covers an application. <c>docs/redis-keys.md</c> has the table, and a test holds the two together.
/// </summary>
internal sealed class QueueKeys
{
    /// <summary>The names that the headers of the scripts use for keys of the queue, and what follows the prefix.</summary>
    public static readonly FrozenDictionary<string, string> OfQueue = new Dictionary<string, string>
    {
        ["pending0"] = "pending:low",
        ["pending1"] = "pending:normal",
        ["pending2"] = "pending:high",
        ["delayed"] = "delayed",
        ["envelopes"] = "delayed:envelopes",
        ["deadlines"] = "deadlines",
        ["workers"] = "workers",
        ["leasetimes"] = "workers:leases",
        ["gone"] = "workers:gone",
        ["orphans"] = "orphans",
        ["tombstones"] = "canceled",
        ["tombtimes"] = "canceled:times",
        ["letters"] = "dead",
        ["dropped"] = "dead:dropped",
        ["deliveries"] = "deliveries",
        ["entries"] = "deliveries:entries",
        ["bell"] = "bell",
        ["holders"] = "resource",
        ["line"] = "resource:waiting",
        ["places"] = "resource:places",
        ["limits"] = "resource:limits",
        ["called"] = "resource:bell",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Families of keys: the name stands for the prefix, and each member adds an id of 16 bytes, for <c>members</c> also the number of a
    /// group, or for <c>keys</c> the idempotency key.
    /// </summary>
    public static readonly FrozenDictionary<string, string> Families = new Dictionary<string, string>
    {
        ["records*"] = "r:",
        ["keys*"] = "k:",
        ["leases*"] = "lease:",
        ["starts*"] = "started:",
        ["requests*"] = "cancel:",
        ["watching*"] = "watch:",
        ["canvases*"] = "canvas:",
        ["members*"] = "group:",
        ["follows*"] = "follow:",
        ["dispatches*"] = "dispatch:",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Keys of one worker incarnation or one producer: a member of a family.</summary>
    public static readonly FrozenDictionary<string, string> OfOne = new Dictionary<string, string>
    {
        ["lease"] = "lease:",
        ["started"] = "started:",
        ["notices"] = "cancel:",
        ["window"] = "sent:",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public QueueKeys(string taskNamespace, string queue)
    {
        Queue = queue;
        Prefix = $"tg:{{{taskNamespace}:{queue}}}:";
    }

    public string Queue { get; }

    /// <summary>What every key and channel begins with.</summary>
    public string Prefix { get; }

    public RedisKey Letters => Resolve("letters", default);

    public RedisKey LeaseOf(Guid worker) => Resolve("lease", worker);

    public byte[] Bell => Bytes(OfQueue["bell"]);

    /// <summary>
    /// The channel that calls those who are next in the line of a resource. A resource has keys as a queue of its name would.
    /// </summary>
    public byte[] Called => Bytes(OfQueue["called"]);

    /// <summary>The channel on which one process hears of the tasks of this queue that it watches.</summary>
    public byte[] WatchChannel(Guid watch) => Member(Families["watching*"], watch);

    /// <summary>What a name in the header of a script stands for.</summary>
    /// <param name="name">The name.</param>
    /// <param name="one">The worker incarnation or the producer, where the name is of one.</param>
    public RedisKey Resolve(string name, Guid one)
    {
        if (OfQueue.TryGetValue(name, out var suffix) || Families.TryGetValue(name, out suffix))
        {
            return Bytes(suffix);
        }

        return OfOne.TryGetValue(name, out suffix)
            ? Member(suffix, one)
            : throw new ArgumentException($"No key is named '{name}'.", nameof(name));
    }

    /// <summary>An id as it stands in keys, fields and members: 16 bytes that sort as its text does.</summary>
    public static byte[] Id(Guid id) => id.ToByteArray(bigEndian: true);

    private byte[] Bytes(string suffix) => Encoding.ASCII.GetBytes(Prefix + suffix);

    private byte[] Member(string family, Guid id) => [.. Bytes(family), .. Id(id)];
}

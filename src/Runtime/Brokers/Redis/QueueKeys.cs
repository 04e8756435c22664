using System.Collections.Frozen;
using System.Text;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Contains the names of all keys and channels of one queue. They begin with <c>tg:{namespace:queue}:</c>, so that they are in one hash
/// slot of a Cluster and one pattern of an ACL covers an application. <c>docs/redis-keys.md</c> documents them, and a test compares it with
/// this class.
/// </summary>
internal sealed class QueueKeys
{
    /// <summary>The keys of the queue: the name in the headers of the scripts, and the text after the prefix.</summary>
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
    /// The families of keys. The name stands for a common prefix, to which each key adds an id of 16 bytes. A key of <c>members</c> also
    /// adds the number of a group; a key of <c>keys</c> adds an idempotency key instead of an id.
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

    /// <summary>The keys of one worker incarnation or one producer. Each is the prefix of a family and an id.</summary>
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

    /// <summary>Gets the prefix of every key and channel.</summary>
    public string Prefix { get; }

    public RedisKey Letters => Resolve("letters", default);

    public RedisKey LeaseOf(Guid worker) => Resolve("lease", worker);

    public byte[] Bell => Bytes(OfQueue["bell"]);

    /// <summary>
    /// Gets the channel that notifies the next holders in the waiting line of a resource. A resource has the same prefix as a queue of the
    /// same name.
    /// </summary>
    public byte[] Called => Bytes(OfQueue["called"]);

    /// <summary>Returns the channel on which one process receives the changes of the tasks of this queue that it watches.</summary>
    public byte[] WatchChannel(Guid watch) => Member(Families["watching*"], watch);

    /// <summary>Returns the key, channel or prefix for a name in the header of a script.</summary>
    /// <param name="name">The name in the header.</param>
    /// <param name="one">The worker incarnation or the producer, if the key belongs to one.</param>
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

    /// <summary>Returns an id as it is used in keys, fields and members: 16 bytes in the sort order of its text.</summary>
    public static byte[] Id(Guid id) => id.ToByteArray(bigEndian: true);

    private byte[] Bytes(string suffix) => Encoding.ASCII.GetBytes(Prefix + suffix);

    private byte[] Member(string family, Guid id) => [.. Bytes(family), .. Id(id)];
}

using System.Collections.Frozen;
using System.Text;
using StackExchange.Redis;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Contains the names of all Redis keys and channels of one queue. All names begin with <c>tg:{namespace:queue}:</c>, so that they belong
/// to one hash slot of Redis Cluster, and one pattern in a Redis access control list (ACL) matches all keys of an application.
/// <c>docs/redis-keys.md</c> documents the keys, and a test compares that page with this class.
/// </summary>
internal sealed class QueueKeys
{
    /// <summary>The keys of the queue. Maps the name in the script headers to the part of the Redis key that follows the prefix.</summary>
    public static readonly FrozenDictionary<string, string> OfQueue = new Dictionary<string, string>
    {
        ["pending0"] = "pending:low",
        ["pending1"] = "pending:normal",
        ["pending2"] = "pending:high",
        ["children0"] = "children:low",
        ["children1"] = "children:normal",
        ["children2"] = "children:high",
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
    /// The families of keys. Maps the name in the script headers to the prefix of the family. Each key consists of this prefix and a
    /// 16-byte id. In the family <c>members</c>, the index of a group follows the id. In the family <c>keys</c>, an idempotency key
    /// replaces the id.
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

    /// <summary>
    /// The keys of one worker incarnation or one producer (a process that dispatches tasks). Each consists of the prefix of a family and an
    /// id.
    /// </summary>
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

    /// <summary>Gets the common prefix of all keys and channels of the queue.</summary>
    public string Prefix { get; }

    public RedisKey Letters => Resolve("letters", default);

    public RedisKey LeaseOf(Guid worker) => Resolve("lease", worker);

    public byte[] Bell => Bytes(OfQueue["bell"]);

    /// <summary>
    /// Gets the channel that notifies the next acquisitions in a resource's waiting line. A resource has the same key prefix as a queue
    /// with the same name.
    /// </summary>
    public byte[] Called => Bytes(OfQueue["called"]);

    /// <summary>
    /// Returns the channel on which one process receives notifications about changes of the tasks that it watches in this queue.
    /// </summary>
    public byte[] WatchChannel(Guid watch) => Member(Families["watching*"], watch);

    /// <summary>Returns the key, channel, or prefix for a name in the header of a script.</summary>
    /// <param name="name">The name in the header.</param>
    /// <param name="one">The id of the worker incarnation or producer to which the key belongs; ignored for other keys.</param>
    public RedisKey Resolve(string name, Guid one)
    {
        if (OfQueue.TryGetValue(name, out var suffix) || Families.TryGetValue(name, out suffix))
        {
            return Bytes(suffix);
        }

        return OfOne.TryGetValue(name, out suffix)
            ? Member(suffix, one)
            : throw new ArgumentException($"A Lua script declares the key '{name}', which QueueKeys does not define.", nameof(name));
    }

    /// <summary>
    /// Returns an id as it is used in keys, fields, and members: 16 bytes in big-endian order, which sort in the same order as the id's
    /// string form.
    /// </summary>
    public static byte[] Id(Guid id) => id.ToByteArray(bigEndian: true);

    private byte[] Bytes(string suffix) => Encoding.ASCII.GetBytes(Prefix + suffix);

    private byte[] Member(string family, Guid id) => [.. Bytes(family), .. Id(id)];
}

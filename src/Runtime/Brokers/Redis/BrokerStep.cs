using System.Collections.Immutable;

namespace TaskGen.Brokers.Redis;

/// <summary>One atomic step of the broker: its script, what errors say it does, and when a server may refuse it.</summary>
internal sealed class BrokerStep
{
    // What frees or finishes work must run when the server is full; what brings new data in must be refused then.
    private const string Always = " flags=allow-oom";
    private const string UnlessFull = "";
    private const string ReadOnly = " flags=no-writes";

    public static readonly BrokerStep Enqueue = new("enqueue", UnlessFull);
    public static readonly BrokerStep Join = new("join", Always);
    public static readonly BrokerStep Lease = new("lease", Always);
    public static readonly BrokerStep Reconcile = new("reconcile", Always);
    public static readonly BrokerStep Renew = new("renew", Always);
    public static readonly BrokerStep Leave = new("leave", Always);
    public static readonly BrokerStep Maintain = new("maintain", Always);
    public static readonly BrokerStep Recover = new("recover", Always);
    public static readonly BrokerStep Expire = new("expire", Always);
    public static readonly BrokerStep ReportProgress = new("report_progress", UnlessFull, "store progress");
    public static readonly BrokerStep Cancel = new("cancel", Always);
    public static readonly BrokerStep Read = new("read", Always);
    public static readonly BrokerStep Count = new("count", ReadOnly);
    public static readonly BrokerStep StoreCanvas = new("store_canvas", UnlessFull, "store a canvas");
    public static readonly BrokerStep CommitCanvas = new("commit_canvas", UnlessFull, "start a canvas");
    public static readonly BrokerStep AdvanceCanvas = new("advance_canvas", Always, "advance a canvas");
    public static readonly BrokerStep Deliver = new("deliver", Always);
    public static readonly BrokerStep ReadMembers = new("read_members", ReadOnly, "read a group");
    public static readonly BrokerStep AcquireResource = new("acquire_resource", Always, "acquire the resource");
    public static readonly BrokerStep RenewResource = new("renew_resource", Always, "renew the resource");
    public static readonly BrokerStep ReleaseResource = new("release_resource", Always, "release the resource");

    private BrokerStep(string script, string flags, string? action = null) => (Script, Flags, Action) = (script, flags, action ?? script);

    /// <summary>Every step above.</summary>
    public static ImmutableArray<BrokerStep> All { get; } =
    [
        Enqueue, Join, Lease, Reconcile, Renew, Leave, Maintain, Recover, Expire, ReportProgress, Cancel, Read, Count,
        StoreCanvas, CommitCanvas, AdvanceCanvas, Deliver, ReadMembers, AcquireResource, RenewResource, ReleaseResource,
    ];

    /// <summary>The file of <c>Scripts</c>, without its extension.</summary>
    public string Script { get; }

    /// <summary>The flags of the script, as Redis reads them in its first line.</summary>
    public string Flags { get; }

    /// <summary>What the step does, as errors say it: "Redis refused to ...".</summary>
    public string Action { get; }
}

using System.Collections.Immutable;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Represents one atomic step of the broker: the name of its script, its description in error messages, and its script flags.
/// </summary>
internal sealed class BrokerStep
{
    // If the server is out of memory, steps that free memory or finish work must still run, and steps that add data must be refused.
    private const string Always = " flags=allow-oom";
    private const string UnlessFull = "";
    private const string ReadOnly = " flags=no-writes";

    public static readonly BrokerStep Enqueue = new("enqueue", UnlessFull, "enqueue tasks in queue");
    public static readonly BrokerStep Join = new("join", Always, "register a worker for queue");
    public static readonly BrokerStep Lease = new("lease", Always, "lease tasks from queue");
    public static readonly BrokerStep Reconcile = new("reconcile", Always, "invalidate earlier lease requests for queue");
    public static readonly BrokerStep Renew = new("renew", Always, "send a heartbeat for queue");
    public static readonly BrokerStep Leave = new("leave", Always, "unregister a worker from queue");
    public static readonly BrokerStep Maintain = new("maintain", Always, "run maintenance of queue");
    public static readonly BrokerStep Recover = new("recover", Always, "recover tasks of dead workers in queue");
    public static readonly BrokerStep Expire = new("expire", Always, "remove expired data from queue");
    public static readonly BrokerStep ReportProgress = new("report_progress", UnlessFull, "store progress reports in queue");
    public static readonly BrokerStep Cancel = new("cancel", Always, "cancel a task in queue");
    public static readonly BrokerStep Read = new("read", Always, "read task records from queue");
    public static readonly BrokerStep Count = new("count", ReadOnly, "count the tasks in queue");
    public static readonly BrokerStep CountWorkers = new("count_workers", ReadOnly, "count the workers of queue");
    public static readonly BrokerStep TestBell = new("test_bell", Always, "check the notifications of queue");
    public static readonly BrokerStep StoreCanvas = new("store_canvas", UnlessFull, "store a canvas in queue");
    public static readonly BrokerStep CommitCanvas = new("commit_canvas", UnlessFull, "start a canvas in queue");
    public static readonly BrokerStep AdvanceCanvas = new("advance_canvas", Always, "advance a canvas in queue");
    public static readonly BrokerStep Deliver = new("deliver", Always, "read pending canvas updates from queue");
    public static readonly BrokerStep ReadMembers = new("read_members", ReadOnly, "read the results of a group from queue");
    public static readonly BrokerStep AcquireResource = new("acquire_resource", Always, "acquire a lease on resource");
    public static readonly BrokerStep RenewResource = new("renew_resource", Always, "renew leases on resource");
    public static readonly BrokerStep ReleaseResource = new("release_resource", Always, "release a lease on resource");

    private BrokerStep(string script, string flags, string? action = null) => (Script, Flags, Action) = (script, flags, action ?? script);

    /// <summary>Gets all steps.</summary>
    public static ImmutableArray<BrokerStep> All { get; } =
    [
        Enqueue, Join, Lease, Reconcile, Renew, Leave, Maintain, Recover, Expire, ReportProgress, Cancel, Read, Count,
        CountWorkers, TestBell,
        StoreCanvas, CommitCanvas, AdvanceCanvas, Deliver, ReadMembers, AcquireResource, RenewResource, ReleaseResource,
    ];

    /// <summary>Gets the name of the file in the <c>Scripts</c> folder, without its extension.</summary>
    public string Script { get; }

    /// <summary>Gets the Redis script flags, as they are appended to the first line of the script.</summary>
    public string Flags { get; }

    /// <summary>
    /// Gets the verb phrase that describes the step in errors. The name of the queue or of the resource follows it, as in "Redis refused to
    /// enqueue tasks in queue 'mail'".
    /// </summary>
    public string Action { get; }
}

using TaskGen.Primitives;

namespace TaskGen.Brokers;

/// <summary>Validates the arguments of canvas operations before the broker changes anything.</summary>
internal static class CanvasRules
{
    /// <summary>The maximum number of canvas nodes that one call can store.</summary>
    public const int MaxNodesPerPage = 200;
    /// <summary>The maximum number of ended tasks that one call can report to canvases.</summary>
    public const int MaxReports = 100;
    /// <summary>The maximum number of deliveries (pending operations of canvases on other queues) that one call can return.</summary>
    public const int MaxDeliveries = 100;
    /// <summary>The maximum number of results of group members that one call can return.</summary>
    public const int MaxMembersPerPage = 500;

    /// <summary>The maximum total size, in bytes, of the items that one call stores or returns. A single item can be larger.</summary>
    public const int MaxPageBytes = 1024 * 1024;

    /// <summary>How long a delivery that was returned to one caller is withheld from all callers, unless it is confirmed before.</summary>
    public static readonly TimeSpan TakenFor = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long the stored nodes of an uncommitted canvas are kept. Also how long a repeated dispatch with <see cref="NewTask.Follow"/> is
    /// detected by its task id.
    /// </summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    public static void Check(IReadOnlyList<CanvasNode> page)
    {
        if (page.Count is < 1 or > MaxNodesPerPage)
        {
            throw new ArgumentException(
                $"One call can store 1 to {MaxNodesPerPage} nodes of a canvas, but {page.Count} nodes were passed.", nameof(page));
        }

        long bytes = 0;
        foreach (var node in page)
        {
            if (ErrorIn(node) is { } error)
            {
                throw new ArgumentException($"Node {node.Index} of the canvas {error}", nameof(page));
            }

            bytes += node.Task.Length + ((long)sizeof(int) * node.Members.Count);
        }

        if (page.Count > 1 && bytes > MaxPageBytes)
        {
            throw new ArgumentException(
                $"The {page.Count} canvas nodes that were passed to one call have a total size of {bytes} bytes. "
                + $"A call that stores more than one node accepts at most {MaxPageBytes} bytes.",
                nameof(page));
        }
    }

    public static void Check(CanvasCommit commit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(commit.Nodes, 1, nameof(commit));
        ArgumentOutOfRangeException.ThrowIfNegative(commit.Groups, nameof(commit));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(commit.Groups, commit.Nodes, nameof(commit));
        ArgumentOutOfRangeException.ThrowIfNegative(commit.Entry, nameof(commit));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(commit.Entry, commit.Nodes, nameof(commit));
        ArgumentOutOfRangeException.ThrowIfNegative(commit.Members, nameof(commit));
        ArgumentException.ThrowIfNullOrEmpty(commit.Name, nameof(commit));
    }

    public static void Check(IReadOnlyList<CanvasReport> reports)
    {
        if (reports.Count > MaxReports)
        {
            throw new ArgumentException(
                $"One call can report the outcomes of at most {MaxReports} canvas tasks, but {reports.Count} were passed.",
                nameof(reports));
        }

        foreach (var report in reports)
        {
            if (!report.State.IsEnd())
            {
                throw new ArgumentException(
                    $"Node {report.Node} of canvas {report.Canvas:N} was reported with state {report.State}. "
                    + "Only a final state can be reported.",
                    nameof(reports));
            }
        }
    }

    public static void Check(DeliveryRequest request)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.Max, nameof(request));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Max, MaxDeliveries, nameof(request));
    }

    private static string? ErrorIn(CanvasNode node) => node switch
    {
        { Index: < 0 } => "has a negative index.",
        { Kind: not (CanvasNodeKind.Task or CanvasNodeKind.Group or CanvasNodeKind.ErrorScope) } => $"has the unknown kind {node.Kind}.",
        { Next: < CanvasNode.None } => $"specifies {node.Next} as its next node, which is not a valid index.",
        { Scope: < CanvasNode.None } => $"specifies {node.Scope} as its error scope, which is not a valid index.",
        { Parent: < CanvasNode.Nobody } => $"specifies {node.Parent} as its group, which is not a valid index.",
        { Position: < 0 } => $"has the negative position {node.Position}.",
        { Kind: CanvasNodeKind.ErrorScope, Next: CanvasNode.None } =>
            "is an error scope, but does not specify the node to start when an error occurs. Set Next.",
        { Kind: not CanvasNodeKind.Group, Members.Count: > 0 } => "has members, but is not a group.",
        _ => null,
    };
}

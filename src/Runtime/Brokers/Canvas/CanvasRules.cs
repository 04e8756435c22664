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
            throw new ArgumentException($"A page must contain 1 to {MaxNodesPerPage} nodes of the canvas, not {page.Count}.", nameof(page));
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
                $"A page of {page.Count} nodes of the canvas has {bytes} bytes; the limit for more than one node is {MaxPageBytes} bytes.",
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
        ArgumentException.ThrowIfNullOrEmpty(commit.Name, nameof(commit));
    }

    public static void Check(IReadOnlyList<CanvasReport> reports)
    {
        if (reports.Count > MaxReports)
        {
            throw new ArgumentException(
                $"One call can report the ends of at most {MaxReports} tasks, not {reports.Count}.", nameof(reports));
        }

        foreach (var report in reports)
        {
            if (!report.State.IsEnd())
            {
                throw new ArgumentException(
                    $"Node {report.Node} of canvas {report.Canvas:N} has the state {report.State}. Report it in a final state.",
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
        { Next: < CanvasNode.None } => $"refers to the next node {node.Next}, which is not a valid index.",
        { Scope: < CanvasNode.None } => $"refers to the error scope {node.Scope}, which is not a valid index.",
        { Parent: < CanvasNode.Nobody } => $"refers to the group {node.Parent}, which is not a valid index.",
        { Position: < 0 } => $"has the negative position {node.Position}.",
        { Kind: CanvasNodeKind.ErrorScope, Next: CanvasNode.None } => "is an error scope but names no node to start. Set Next.",
        { Kind: not CanvasNodeKind.Group, Members.Count: > 0 } => "has members but is not a group.",
        _ => null,
    };
}

using TaskGen.Primitives;

namespace TaskGen.Brokers;

/// <summary>What the arguments of the operations on canvases must be like. Everything is looked at before anything is changed.</summary>
internal static class CanvasRules
{
    public const int MaxNodesPerPage = 200;
    public const int MaxReports = 100;
    public const int MaxDeliveries = 100;
    public const int MaxMembersPerPage = 500;

    /// <summary>How much one step takes in or gives out, unless one thing is more.</summary>
    public const int MaxPageBytes = 1024 * 1024;

    /// <summary>How long what was taken is nobody else's.</summary>
    public static readonly TimeSpan TakenFor = TimeSpan.FromSeconds(5);

    /// <summary>How long pages wait for their commit, and how long a dispatch that follows an end is known by its own id.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    public static void Check(IReadOnlyList<CanvasNode> page)
    {
        if (page.Count is < 1 or > MaxNodesPerPage)
        {
            throw new ArgumentException($"A page of a canvas has 1 to {MaxNodesPerPage} nodes, not {page.Count}.", nameof(page));
        }

        long bytes = 0;
        foreach (var node in page)
        {
            if (ErrorIn(node) is { } error)
            {
                throw new ArgumentException($"The node {node.Index} of the canvas {error}", nameof(page));
            }

            bytes += node.Task.Length + ((long)sizeof(int) * node.Members.Count);
        }

        if (page.Count > 1 && bytes > MaxPageBytes)
        {
            throw new ArgumentException(
                $"A page of a canvas of more than one node has at most {MaxPageBytes} bytes, not {bytes}.", nameof(page));
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
            throw new ArgumentException($"At most {MaxReports} ends can be told at once, not {reports.Count}.", nameof(reports));
        }

        foreach (var report in reports)
        {
            if (!report.State.IsEnd())
            {
                throw new ArgumentException(
                    $"The node {report.Node} of the canvas {report.Canvas:N} has not ended: it is {report.State}.", nameof(reports));
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
        { Index: < 0 } => "has a negative number.",
        { Kind: not (CanvasNodeKind.Task or CanvasNodeKind.Group or CanvasNodeKind.ErrorScope) } => $"is of no known kind ({node.Kind}).",
        { Next: < CanvasNode.None } => "has a negative node after it.",
        { Scope: < CanvasNode.None } => "has a negative error scope around it.",
        { Parent: < CanvasNode.Nobody } => "has a negative group around it.",
        { Position: < 0 } => "has a negative position.",
        { Kind: CanvasNodeKind.ErrorScope, Next: CanvasNode.None } => "is an error scope with nothing to start.",
        { Kind: not CanvasNodeKind.Group, Members.Count: > 0 } => "has members but is no group.",
        _ => null,
    };
}

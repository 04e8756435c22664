using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>Represents a canvas whose nodes are ready to be stored.</summary>
internal sealed record CanvasPlan
{
    /// <summary>The name that is stored as the task name in the record of a canvas.</summary>
    public const string Name = "canvas";

    private const int MaxPageNodes = 200;
    private const int MaxPageBytes = 1024 * 1024;
    private const int FixedNodeBytes = 64;

    /// <summary>The id of the canvas, which is also the id of its record.</summary>
    public required TaskId Id { get; init; }

    /// <summary>The nodes in the order of their indexes. All groups come first.</summary>
    public required IReadOnlyList<CanvasNode> Nodes { get; init; }

    /// <summary>The tasks in the order in which they appear in the source code.</summary>
    public required IReadOnlyList<PlannedTask> Tasks { get; init; }

    public required CanvasCommit Commit { get; init; }

    /// <summary>Divides the nodes into pages, each of which can be stored with one broker request.</summary>
    public IEnumerable<IReadOnlyList<CanvasNode>> Pages()
    {
        for (var start = 0; start < Nodes.Count;)
        {
            List<CanvasNode> page = [];
            for (var bytes = 0L; start < Nodes.Count && page.Count < MaxPageNodes; start++)
            {
                bytes += FixedNodeBytes + Nodes[start].Task.Length + (Nodes[start].Members.Count * sizeof(int));
                if (page.Count > 0 && bytes > MaxPageBytes)
                {
                    break;
                }

                page.Add(Nodes[start]);
            }

            yield return page;
        }
    }
}

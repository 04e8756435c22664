using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>A canvas that is ready to be stored.</summary>
internal sealed record CanvasPlan
{
    /// <summary>The task name in the record of a canvas.</summary>
    public const string Name = "canvas";

    private const int MaxPageNodes = 200;
    private const int MaxPageBytes = 1024 * 1024;
    private const int FixedNodeBytes = 64;

    /// <summary>The id of the canvas, under which its record is also stored.</summary>
    public required TaskId Id { get; init; }

    /// <summary>The nodes in the order of their numbers; all groups come first.</summary>
    public required IReadOnlyList<CanvasNode> Nodes { get; init; }

    /// <summary>The tasks in the order of the source code.</summary>
    public required IReadOnlyList<PlannedTask> Tasks { get; init; }

    public required CanvasCommit Commit { get; init; }

    /// <summary>Divides the nodes into pages of a size that brokers accept.</summary>
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

using TaskGen.Brokers;

namespace TaskGen.Canvases;

/// <summary>A canvas that is ready to be stored.</summary>
internal sealed record CanvasPlan
{
    /// <summary>What the record of a whole has as its name.</summary>
    public const string Name = "canvas";

    private const int MaxPageNodes = 200;
    private const int MaxPageBytes = 1024 * 1024;
    private const int FixedNodeBytes = 64;

    /// <summary>The canvas, and the record of the whole.</summary>
    public required TaskId Id { get; init; }

    /// <summary>By their number; all groups first.</summary>
    public required IReadOnlyList<CanvasNode> Nodes { get; init; }

    /// <summary>The tasks as they are written in the code.</summary>
    public required IReadOnlyList<PlannedTask> Tasks { get; init; }

    public required CanvasCommit Commit { get; init; }

    /// <summary>The nodes in pages that a broker takes.</summary>
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

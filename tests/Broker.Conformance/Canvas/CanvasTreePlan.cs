using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>Turns a tree into the nodes of a canvas.</summary>
internal sealed class CanvasTreePlan
{
    private readonly List<CanvasNode> _nodes = [];

    public static CanvasSketch Of(CanvasTree tree, string queue)
    {
        var plan = new CanvasTreePlan();
        var entry = plan.Add(tree, new CanvasNode { Index = 0, Kind = CanvasNodeKind.Task });
        var order = plan._nodes
            .OrderBy(node => node.Kind == CanvasNodeKind.Group ? 0 : 1)
            .ThenBy(node => node.Index)
            .Select(node => node.Index)
            .ToArray();
        var numbers = new int[order.Length];
        for (var index = 0; index < order.Length; index++)
        {
            numbers[order[index]] = index;
        }

        var canvas = new CanvasSketch(queue) { Entry = numbers[entry] };
        canvas.Nodes.AddRange(order.Select(old => Renumber(plan._nodes[old])));
        return canvas;

        CanvasNode Renumber(CanvasNode node) => node with
        {
            Index = numbers[node.Index],
            Next = node.Next < 0 ? node.Next : numbers[node.Next],
            Parent = node.Parent < 0 ? node.Parent : numbers[node.Parent],
            Scope = node.Scope < 0 ? node.Scope : numbers[node.Scope],
            Members = [.. node.Members.Select(member => numbers[member])],
        };
    }

    /// <param name="tree">What to add.</param>
    /// <param name="place">Where it stands: what follows it, whom its end settles, the scope around it.</param>
    /// <returns>The node that it starts with.</returns>
    private int Add(CanvasTree tree, CanvasNode place)
    {
        switch (tree)
        {
            case CanvasLeaf leaf:
                return Add(place with { Kind = CanvasNodeKind.Task, Task = leaf.Task.ToBytes() });
            case CanvasGroup group:
                var index = Add(place with { Kind = CanvasNodeKind.Group });
                var members = group.Members.Select((member, position) =>
                    Add(
                        member,
                        new CanvasNode { Index =
                            0, Kind = CanvasNodeKind.Task, Parent = index, Position = position, Scope = place.Scope }));
                _nodes[index] = _nodes[index] with { Members = [.. members] };
                return index;
            case CanvasGuarded guarded:
                var handler = Add(
                    guarded.OnError,
                    new CanvasNode { Index = 0, Kind = CanvasNodeKind.Task, Parent = CanvasNode.Nobody, Scope = place.Scope });
                var scope = Add(new CanvasNode
                {
                    Index = 0,
                    Kind = CanvasNodeKind.ErrorScope,
                    Next = handler,
                    PassesValue = guarded.Passes,
                    Parent = CanvasNode.Nobody,
                    Scope = place.Scope,
                });
                return Add(guarded.Body, place with { Scope = scope });
            default:
                var chain = (CanvasChain)tree;
                var entry = Add(chain.Links[^1], place);
                for (var link = chain.Links.Count - 2; link >= 0; link--)
                {
                    entry = Add(chain.Links[link], place with { Next = entry, PassesValue = chain.Passes[link] });
                }

                return entry;
        }
    }

    private int Add(CanvasNode node)
    {
        _nodes.Add(node with { Index = _nodes.Count });
        return _nodes.Count - 1;
    }
}

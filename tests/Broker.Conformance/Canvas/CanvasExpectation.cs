using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>What a tree comes to, by walking it: what starts, with which input, and how the whole ends.</summary>
internal sealed class CanvasExpectation
{
    /// <summary>What starts, with what it may get as its input: of several failures in a scope any may be the first.</summary>
    public Dictionary<Guid, IReadOnlyCollection<string?>> Starts { get; } = [];

    public bool Succeeds { get; private init; }

    public SettlementKind End { get; private init; }

    public string Value { get; private init; } = "";

    public static CanvasExpectation Of(CanvasTree tree)
    {
        var expected = new CanvasExpectation();
        var (end, value) = expected.Walk(tree, [null], []);
        return new CanvasExpectation(expected.Starts) { End = end, Succeeds = end == SettlementKind.Succeeded, Value = value };
    }

    private CanvasExpectation()
    {
    }

    private CanvasExpectation(Dictionary<Guid, IReadOnlyCollection<string?>> starts) => Starts = starts;

    private (SettlementKind End, string Value) Walk(
        CanvasTree tree, IReadOnlyCollection<string?> input, IReadOnlyList<List<string?>> scopes)
    {
        switch (tree)
        {
            case CanvasLeaf leaf:
                Starts.Add(leaf.Task.Id, input);
                if (leaf.End != SettlementKind.Succeeded)
                {
                    foreach (var scope in scopes)
                    {
                        scope.Add(leaf.Value);
                    }
                }

                return (leaf.End, leaf.Value);
            case CanvasGroup group:
                var ends = group.Members.Select(member => Walk(member, [null], scopes)).ToList();
                var failed = ends.FindIndex(end => end.End != SettlementKind.Succeeded);
                return failed >= 0 ? ends[failed] : (SettlementKind.Succeeded, $"[{string.Join(',', ends.Select(end => end.Value))}]");
            case CanvasGuarded guarded:
                var failures = new List<string?>();
                var body = Walk(guarded.Body, input, [failures, .. scopes]);
                if (failures.Count > 0)
                {
                    // All scopes around have been started by what failed in the body: a failure of this starts nothing.
                    Walk(guarded.OnError, guarded.Passes ? failures : [null], []);
                }

                return body;
            default:
                var chain = (CanvasChain)tree;
                var last = Walk(chain.Links[0], input, scopes);
                for (var link = 1; link < chain.Links.Count && last.End == SettlementKind.Succeeded; link++)
                {
                    last = Walk(chain.Links[link], [chain.Passes[link - 1] ? last.Value : null], scopes);
                }

                return last;
        }
    }
}

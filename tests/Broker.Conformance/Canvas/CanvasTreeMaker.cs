using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <summary>Makes random trees.</summary>
internal sealed class CanvasTreeMaker(Random random, TimeProvider time, IReadOnlyList<string> queues)
{
    private const int Keys = 4;
    private const int Large = 120;

    private static readonly SettlementKind[] Failures = [SettlementKind.Failed, SettlementKind.Canceled, SettlementKind.Expired];

    private readonly SettlementKind[] _endsOfKeys = [.. Enumerable.Range(0, Keys).Select(_ => EndOf(random))];
    private int _leaves;

    public CanvasTree Make(int depth) => (depth == 0 ? 0 : random.Next(10)) switch
    {
        < 2 => Leaf(),
        < 5 => Chain(depth),
        < 8 => new CanvasGroup(
            [.. Enumerable.Range(0, random.Next(40) == 0 ? Large : random.Next(5)).Select(position => Make(position > 5 ? 0 : depth - 1))]),
        _ => new CanvasGuarded(Make(depth - 1), Make(random.Next(depth)), random.Next(2) == 0),
    };

    private CanvasChain Chain(int depth)
    {
        var links = random.Next(1, 5);
        return new CanvasChain(
            [.. Enumerable.Range(0, links).Select(_ => Make(depth - 1))],
            [.. Enumerable.Range(1, links - 1).Select(_ => random.Next(3) > 0)]);
    }

    private CanvasLeaf Leaf()
    {
        var task = new CanvasTaskSample(queues[random.Next(queues.Count)], TaskIds.New(time, hasRecord: true));
        if (random.Next(8) > 0)
        {
            return new CanvasLeaf(task, EndOf(random), $"v{++_leaves}");
        }

        var key = random.Next(Keys);
        return new CanvasLeaf(task with { Queue = queues[key % queues.Count], Key = $"key {key}" }, _endsOfKeys[key], $"k{key}");
    }

    private static SettlementKind EndOf(Random random) =>
        random.Next(9) > 0 ? SettlementKind.Succeeded : Failures[random.Next(Failures.Length)];
}

using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <content>Canvases: small ones, whose deliveries are all taken at once and carried, lost, or brought and not said to be done.</content>
internal sealed partial class ModelRun
{
    private const int CanvasIds = 500_000;

    private readonly List<(Guid Id, int Nodes, int Groups)> _canvases = [];
    // So long a broker knows a dispatch again that joined. Whoever brings it again later may join another task: nothing that two brokers
    // must do alike.
    private static readonly TimeSpan DispatchMemory = TimeSpan.FromMinutes(10);

    private readonly Dictionary<string, DateTimeOffset> _carried = [];
    private long _dispatches;

    private IEnumerable<Guid> RecentCanvases => _canvases.TakeLast(5).Select(canvas => canvas.Id);

    private async Task StartCanvasAsync(ModelStep step)
    {
        var number = CanvasIds + (1000 * _canvases.Count);
        var id = Recorded(number);
        var nodes = Shape(step);
        for (var index = 0; index < nodes.Count; index++)
        {
            // They join each other only: an id of the pool can be that of another task by the time it is joined again.
            var key = (step.D + index) % 4;
            var task = new CanvasTaskSample(
                Queue, Recorded(number + 1 + index)) { Key = key < 2 ? $"canvas {key}" : null, KeyTtl = TimeSpan.FromSeconds(step.C % 5) };
            nodes[index] = nodes[index] with { Index = index, Task = nodes[index].Kind == CanvasNodeKind.Task ? task.ToBytes() : default };
        }

        _canvases.Add((id, nodes.Count, nodes.Count(node => node.Kind == CanvasNodeKind.Group)));
        var commit = new CanvasCommit
        {
            Nodes = nodes.Count + (step.A % 7 == 0 ? 1 : 0),
            Groups = _canvases[^1].Groups,
            Entry = 0,
            Name = "canvas",
            RecordTtl = TimeSpan.FromSeconds(1 + (step.B % 20)),
        };
        await BothAsync(broker => broker.StoreCanvasAsync(Queue, id, nodes, default));
        await CompareAsync(broker => broker.CommitCanvasAsync(Queue, id, commit, default).AsTask());
    }

    /// <summary>Nodes without their numbers and tasks: the entry is the first, and groups come before all else.</summary>
    private static List<CanvasNode> Shape(ModelStep step)
    {
        var passes = step.A % 2 == 0;
        return (step.B % 4) switch
        {
            0 => [Node(next: 1), Node(next: 2), Node()],
            1 =>
            [
                Group([1, 2, 3], next: 4), Node(position: 0, parent: 0), Node(position: 1, parent: 0), Node(position: 2, parent: 0), Node(),
            ],
            2 =>
            [
                Group([3, 1, 2]), Group([4, 5], parent: 0, position: 1), Group([], parent: 0, position: 2),
                Node(parent: 0, position: 0, next: 6, scope: 7), Node(parent: 1, position: 0), Node(parent: 1, position: 1, scope: 8),
                Node(parent: 0, position: 0), Scope(next: 9, around: 8), Scope(next: 10), Node(parent: CanvasNode.Nobody),
                Node(parent: CanvasNode.Nobody),
            ],
            _ => [Group([1, 2]), Node(parent: 0, position: 0), Node(parent: 0, position: 1)],
        };

        CanvasNode Node(int next = CanvasNode.None, int parent = CanvasNode.Whole, int position = 0, int scope = CanvasNode.None) =>
            new() { Index =
                0, Kind = CanvasNodeKind.Task, Next = next, PassesValue = passes, Parent = parent, Position = position, Scope = scope };

        CanvasNode Group(int[] members, int next = CanvasNode.None, int parent = CanvasNode.Whole, int position = 0) =>
            new() { Index = 0, Kind =
                CanvasNodeKind.Group, Members = members, Next = next, PassesValue = passes, Parent = parent, Position = position };

        CanvasNode Scope(int next, int around = CanvasNode.None) =>
            new() { Index =
                0, Kind = CanvasNodeKind.ErrorScope, Next = next, PassesValue = passes, Scope = around, Parent = CanvasNode.Nobody };
    }

    private async Task CancelCanvasAsync(ModelStep step)
    {
        if (_canvases.Count > 0)
        {
            var id = _canvases[^(1 + (step.B % Math.Min(_canvases.Count, 5)))].Id;
            await CompareAsync(broker => broker.CancelAsync(Queue, id, $"reason {step.C}", default).AsTask());
        }
    }

    /// <summary>
    /// Takes all that is due from both, which must be the same but for its order, and carries and says done what luck allows.
    /// </summary>
    private async Task<int> DeliverAsync(Func<int, int> luck)
    {
        var (expected, actual) = (await TakeAsync(_expected.Broker), await TakeAsync(_actual.Broker));
        var names = expected.Keys.Where(IsOfUse).ToList();
        Assert.True(Lines(expected) == Lines(actual), $"To be delivered:\n{Lines(expected)}\nis delivered:\n{Lines(actual)}");
        var done = new List<string>();
        foreach (var (name, index) in names.Select((name, index) => (name, index)))
        {
            var chance = luck(index) % 8;
            var isLate = _carried.TryGetValue(name, out var first) && _time.GetUtcNow() - first >= DispatchMemory;
            if (chance > 0 && !isLate)
            {
                _carried.TryAdd(name, _time.GetUtcNow());
                await CarryAsync(expected[name]);
            }

            if (chance > 2 || isLate)
            {
                done.Add(name);
            }
        }

        await _expected.Broker.DeliverAsync(Queue, new DeliveryRequest([.. done.Select(name => expected[name].Key)], Max: 0), default);
        await _actual.Broker.DeliverAsync(Queue, new DeliveryRequest([.. done.Select(name => actual[name].Key)], Max: 0), default);
        return names.Count;

        string Lines(SortedDictionary<string, Delivery> taken) =>
            string.Join('\n', taken.Keys.Where(IsOfUse).Select(name => Describe(taken[name])));

        // A broker may still give out what is to start or to be canceled and has ended.
        bool IsOfUse(string name) => (expected.GetValueOrDefault(name) ?? actual[name]) switch
        {
            StartDelivery start => _reference.IsUnderWay(start.Canvas, start.Node),
            CancelDelivery cancel => _reference.IsUnderWay(cancel.Canvas, cancel.Node),
            _ => true,
        };
    }

    private static async Task<SortedDictionary<string, Delivery>> TakeAsync(IBroker broker)
    {
        var taken = new SortedDictionary<string, Delivery>(StringComparer.Ordinal);
        DeliveryReply reply;
        do
        {
            reply = await broker.DeliverAsync(Queue, new DeliveryRequest([], Max: 100), default);
            foreach (var delivery in reply.Deliveries)
            {
                taken.Add(NameOf(delivery), delivery);
            }
        }
        while (reply.More || reply.Deliveries.Count > 0);
        return taken;
    }

    private async Task CarryAsync(Delivery delivery)
    {
        switch (delivery)
        {
            case StartDelivery start:
                var task = CanvasTaskSample.Read(start.Task).ToNewTask(new CanvasPointer(Queue, start.Canvas, start.Node));
                var batch = new EnqueueBatch(Numbered(101), ++_dispatches, [task]);
                await CompareAsync(broker => broker.EnqueueAsync(Queue, batch, default).AsTask());
                break;
            case CancelDelivery cancel:
                if (await CompareAsync(
                    broker => broker.CancelAsync(Queue, CanvasTaskSample.Read(cancel.Task).Id, cancel.Reason, default).AsTask())
                    == CancelOutcome.NotFound)
                {
                    await ReportAsync(new CanvasReport(cancel.Canvas, cancel.Node, TaskState.Canceled, default));
                }

                break;
            case ReportDelivery report:
                var ended = report.Ended;
                await ReportAsync(new CanvasReport(
                    report.To.Canvas, report.To.Node, ended.State, ended.State == TaskState.Succeeded ? ended.Result : ended.Failure));
                break;
        }
    }

    private Task ReportAsync(CanvasReport report) => BothAsync(broker => broker.AdvanceCanvasAsync(Queue, [report], default));

    private async Task EndCanvasesAsync()
    {
        int carried;
        do
        {
            foreach (var (id, nodes, _) in _canvases)
            {
                var first = BitConverter.ToInt32([.. id.ToByteArray(bigEndian: true)[^4..].Reverse()]);
                foreach (var canceled in Enumerable.Range(0, nodes + 1).Select(index => Recorded(first + index)))
                {
                    await CompareAsync(broker => broker.CancelAsync(Queue, canceled, null, default).AsTask());
                }
            }

            carried = await DeliverAsync(_ => 7);
        }
        while (carried > 0);
    }

    private static string NameOf(Delivery delivery) => delivery switch
    {
        StartDelivery start => $"start {start.Canvas} {start.Node}",
        CancelDelivery cancel => $"cancel {cancel.Canvas} {cancel.Node}",
        _ => $"report {((ReportDelivery)delivery).To}",
    };

    private static string Describe(Delivery delivery) => delivery switch
    {
        StartDelivery start => $"{NameOf(start)} {Samples.Text(start.Task)} {(start.Input is { } input ? Samples.Text(input) : "nothing")}",
        CancelDelivery cancel => $"{NameOf(cancel)} {Samples.Text(cancel.Task)} {cancel.Reason}",
        _ => $"{NameOf(delivery)} {Essence(((ReportDelivery)delivery).Ended)}",
    };

    private static string Essence(TaskRecord ended) =>
        $"{ended.Id} {ended.Name} {ended.State} {ended.Attempt} {ended.Reason} {Samples.Text(ended.Result)} {Samples.Text(ended.Failure)}";

    private static Guid Recorded(int number)
    {
        var bytes = Numbered(number).ToByteArray(bigEndian: true);
        bytes[6] = 0x70;
        return new Guid(bytes, bigEndian: true);
    }
}

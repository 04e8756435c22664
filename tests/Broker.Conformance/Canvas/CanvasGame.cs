using Microsoft.Extensions.Time.Testing;
using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>
/// One random canvas, played with everything that can happen on the way: deliveries that are lost, brought twice, late or never said to be
/// done, workers that die, and now and then a cancel of the whole.
/// </summary>
internal sealed class CanvasGame
{
    private const int MaxDepth = 4;
    private const int MaxCrashes = 2;
    private const string Home = "home";

    private static readonly string[] Queues = [Home, "second", "third"];
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private readonly FakeTimeProvider _time = new();
    private readonly Random _random;
    private readonly IModelBroker _model;
    private readonly Func<IModelBroker, string, ValueTask<int>> _countLeft;
    private readonly CanvasPlayer _player;
    private readonly CanvasTree _tree;
    private readonly CanvasSketch _canvas;
    private readonly CanvasExpectation _expected;
    private readonly Dictionary<Guid, CanvasLeaf> _leaves = [];
    private readonly Dictionary<string, List<Delivery>> _done = Queues.ToDictionary(queue => queue, _ => new List<Delivery>());
    private readonly List<(string Queue, Delivery Delivery)> _seen = [];
    private readonly Dictionary<Guid, string?> _inputs = [];
    private readonly List<Guid> _ended = [];
    private readonly Dictionary<string, TestWorker> _workers = [];
    private int _crashes;
    private bool _isCanceled;

    /// <param name="seed">What is random follows from it.</param>
    /// <param name="make">Makes the broker.</param>
    /// <param name="countLeft">How much is kept of canvases and deliveries of a queue.</param>
    public CanvasGame(
        int seed, Func<FakeTimeProvider, BrokerLimits, IModelBroker> make, Func<IModelBroker, string, ValueTask<int>> countLeft)
    {
        _random = new Random(seed);
        _model = make(_time, new BrokerLimits(TimeSpan.FromHours(1), MaxDeadLetters: 10_000));
        _countLeft = countLeft;
        _player = new CanvasPlayer(Broker);
        _tree = new CanvasTreeMaker(_random, _time, Queues).Make(_random.Next(1, MaxDepth + 1));
        _canvas = CanvasTreePlan.Of(_tree, Home);
        _expected = CanvasExpectation.Of(_tree);
        Collect(_tree);
    }

    private IBroker Broker => _model.Broker;

    public async Task PlayAsync()
    {
        await _player.StoreAsync(_canvas, pageSize: _random.Next(1, 201));
        Assert.True(await _player.CommitAsync(_canvas));
        var cancelAt = _random.Next(4) == 0 ? _random.Next(60) : -1;
        var quiet = 0;
        for (var turn = 0; quiet < 20 && turn < 2000; turn++)
        {
            if (turn == cancelAt)
            {
                _isCanceled = await Broker.CancelAsync(Home, _canvas.Id, "stop", default) == CancelOutcome.Canceled;
            }

            quiet = await TurnAsync() ? 0 : quiet + 1;
        }

        await DrainAsync();
        await AssertOutcomeAsync();
        await AssertNothingStaysAsync();
    }

    private async Task<bool> TurnAsync()
    {
        var queue = Queues[_random.Next(Queues.Length)];
        switch (_random.Next(12))
        {
            case < 6:
                return await RelayAsync(queue);
            case < 9:
                return await WorkAsync(queue, _random.Next(1, 6));
            case 9:
                await AdvanceAsync(CanvasRules.TakenFor / _random.Next(1, 3));
                return false;
            case 10 when _seen.Count > 0:
                var (from, delivery) = _seen[_random.Next(_seen.Count)];
                await CarryAsync(from, delivery);
                return false;
            case 11 when _crashes < MaxCrashes && _random.Next(4) == 0:
                return await CrashAsync(queue);
            default:
                return false;
        }
    }

    private async Task<bool> RelayAsync(string queue)
    {
        Delivery[] done = [.. _done[queue]];
        _done[queue].Clear();
        var reply = await _player.AskAsync(queue, _random.Next(0, 20), done);
        foreach (var delivery in reply.Deliveries)
        {
            _seen.Add((queue, delivery));
            if (_random.Next(8) == 0)
            {
                continue;
            }

            for (var times = _random.Next(8) == 0 ? 2 : 1; times > 0; times--)
            {
                await CarryAsync(queue, delivery);
            }

            if (_random.Next(6) > 0)
            {
                _done[queue].Add(delivery);
            }
        }

        return reply.Deliveries.Count > 0;
    }

    private async Task CarryAsync(string queue, Delivery delivery)
    {
        if (delivery is StartDelivery start)
        {
            var id = CanvasTaskSample.Read(start.Task).Id;
            if (!_inputs.ContainsKey(id))
            {
                _inputs.Add(id, start.Input is { } input ? await ResolveAsync(input) : null);
            }
        }

        await _player.CarryAsync(queue, delivery);
    }

    private async Task<bool> WorkAsync(string queue, int max)
    {
        var worker = await WorkerOfAsync(queue);
        var leased = await worker.TakeAsync(max);
        if (leased.Count == 0)
        {
            return false;
        }

        var reply = await worker.CallAsync(finished: [.. leased.Select(task => EndOf(task.Key))]);
        Assert.All(reply.Settled, Assert.True);
        _ended.AddRange(leased.Select(task => task.Key.Id));
        return true;
    }

    private async Task<bool> CrashAsync(string queue)
    {
        var worker = await WorkerOfAsync(queue);
        if ((await worker.TakeAsync(3)).Count == 0)
        {
            return false;
        }

        _crashes++;
        _workers.Remove(queue);
        _model.StopHeartbeat(worker.Incarnation);
        await AdvanceAsync(Lease);
        Assert.Equal(0, (await Broker.MaintainAsync(queue, new MaintenanceRequest(MaxCrashes + 1), default)).Poisoned);
        return true;
    }

    /// <summary>Whose heart has not been stopped is heard meanwhile.</summary>
    private async Task AdvanceAsync(TimeSpan time)
    {
        _time.Advance(time);
        foreach (var queue in Queues)
        {
            await _model.OnAdvancedAsync(queue);
        }

        foreach (var (queue, worker) in _workers)
        {
            Broker.Renew(queue, worker.Incarnation);
        }
    }

    private async Task<TestWorker> WorkerOfAsync(string queue)
    {
        if (!_workers.TryGetValue(queue, out var worker))
        {
            _workers[queue] = worker = new TestWorker(Broker, queue, new WorkerIncarnation("game", Guid.NewGuid()));
            await Broker.JoinAsync(queue, worker.Incarnation, Lease, default);
        }

        return worker;
    }

    private Settlement EndOf(LeaseKey key)
    {
        var leaf = _leaves[key.Id];
        return new Settlement(key, leaf.End, leaf.End == SettlementKind.Succeeded
            ? new SettlementDetails { Attempt = 1, Result = Samples.Bytes(leaf.Value) }
            : new SettlementDetails { Attempt = 1, Failure = Samples.Bytes(leaf.Value) });
    }

    /// <summary>From here on nothing goes wrong: what was taken and not done comes again once, and then all has come to its end.</summary>
    private async Task DrainAsync()
    {
        for (var round = 0; round < 2; round++)
        {
            bool moved;
            do
            {
                moved = false;
                foreach (var queue in Queues)
                {
                    var reply = await _player.AskAsync(queue, 100, _done[queue]);
                    _done[queue] = [.. reply.Deliveries];
                    foreach (var delivery in reply.Deliveries)
                    {
                        await CarryAsync(queue, delivery);
                    }

                    moved |= await WorkAsync(queue, 200) | reply.Deliveries.Count > 0 | reply.More;
                }
            }
            while (moved);
            await AdvanceAsync(CanvasRules.TakenFor);
        }
    }

    private async Task AssertOutcomeAsync()
    {
        var record = (await Broker.ReadAsync(Home, [_canvas.Id], null, default))[0]!;
        var ids = _inputs.Keys.ToHashSet();
        Assert.Equal(_ended.Count, _ended.Distinct().Count());
        Assert.Subset(_expected.Starts.Keys.ToHashSet(), ids);
        Assert.All(_inputs, input => Assert.Contains(input.Value, _expected.Starts[input.Key]));
        if (_isCanceled)
        {
            Assert.Equal((TaskState.Canceled, "stop"), (record.State, record.Reason));
            return;
        }

        Assert.Equal(
            (_expected.End.ToString(), _expected.Value),
            (record.State.ToString(), _expected.Succeeds ? await ResolveAsync(record.Result) : Samples.Text(record.Failure)));
        Assert.Equal(_expected.Starts.Keys.Order(), ids.Order());
        foreach (var same in _expected.Starts.Keys.GroupBy(id => _leaves[id].Task.Key ?? $"{id}"))
        {
            Assert.True(same.Intersect(_ended).Any(), $"{same.Key} was started and never ran.");
        }
    }

    /// <summary>What has ended is out of memory when its records are over their time.</summary>
    private async Task AssertNothingStaysAsync()
    {
        await AdvanceAsync(TimeSpan.FromDays(2));
        foreach (var queue in Queues)
        {
            while ((await Broker.MaintainAsync(queue, new MaintenanceRequest(MaxCrashes: 3), default)).More)
            {
            }

            Assert.Equal(0, await _countLeft(_model, queue));
            Assert.Equal((0, 0), await _model.CountKeptAsync(queue));
            Assert.Equal(default, await Broker.CountAsync(queue, default));
        }
    }

    private async Task<string> ResolveAsync(ReadOnlyMemory<byte> value)
    {
        if (!CanvasValue.IsGroup(value.Span, out var group))
        {
            return Samples.Text(value);
        }

        var values = new List<string>();
        CanvasMembers page;
        do
        {
            page = Assert.IsType<CanvasMembers>(await Broker.ReadMembersAsync(Home, _canvas.Id, group, values.Count, default));
            foreach (var member in page.Values)
            {
                values.Add(await ResolveAsync(member));
            }
        }
        while (values.Count < page.Count);
        return $"[{string.Join(',', values)}]";
    }

    private void Collect(CanvasTree tree)
    {
        switch (tree)
        {
            case CanvasLeaf leaf:
                _leaves.Add(leaf.Task.Id, leaf);
                break;
            case CanvasChain chain:
                chain.Links.ToList().ForEach(Collect);
                break;
            case CanvasGroup group:
                group.Members.ToList().ForEach(Collect);
                break;
            case CanvasGuarded guarded:
                Collect(guarded.Body);
                Collect(guarded.OnError);
                break;
        }
    }
}

using System.Buffers.Binary;
using Microsoft.Extensions.Time.Testing;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Serialization;

namespace Broker.Conformance;

/// <summary>
/// One run of random steps against the reference and a broker. After each step both have replied the same and can be seen to hold the same.
/// </summary>
internal sealed partial class ModelRun
{
    public const string Queue = "model";
    private const int Ids = 10;
    private const int Slots = 3;

    private static readonly TimeSpan ProducerMemory = TimeSpan.FromMinutes(10);

    private const int HolderIds = 6;
    private const int FirstHolder = 500;

    private static readonly Guid[] Pool = [.. Enumerable.Range(1, Ids).Select(Numbered)];

    private readonly FakeTimeProvider _time = new();
    private readonly ReferenceBroker _reference;
    private readonly IModelBroker _expected;
    private readonly IModelBroker _actual;
    private readonly WorkerIncarnation[] _workers = new WorkerIncarnation[Slots];
    private readonly List<WorkerIncarnation> _everyWorker = [];
    private readonly List<LeaseKey> _keys = [];
    private readonly HashSet<WorkerIncarnation> _silent = [];
    private readonly List<Guid> _fresh = [];
    private readonly ModelRules _rules;
    private DateTimeOffset _lastEnqueue;
    private EnqueueBatch? _lastBatch;
    private long _number;

    public ModelRun(ModelRules rules, Func<FakeTimeProvider, BrokerLimits, IModelBroker> broker)
    {
        var limits = new BrokerLimits(TimeSpan.FromSeconds(20), MaxDeadLetters: 3);
        _rules = rules;
        _reference = new ReferenceBroker(_time, limits, rules);
        _expected = new ReferenceModelBroker(_reference);
        _actual = broker(_time, limits);
    }

    public async Task RunAsync(IReadOnlyList<ModelStep> steps)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            await JoinAsync(slot);
        }

        foreach (var step in steps)
        {
            await StepAsync(step);
            await CompareStateAsync();
        }

        await AssertNothingStaysAsync();
    }

    private async Task StepAsync(ModelStep step)
    {
        var worker = _workers[step.A % Slots];
        switch (step.Action)
        {
            case ModelAction.Enqueue:
                _lastBatch = new EnqueueBatch(
                    Numbered(100), ++_number, [.. Enumerable.Range(0, 1 + (step.A % 3)).Select(index => NewTask(step, index))]);
                _lastEnqueue = _time.GetUtcNow();
                await CompareAsync(broker => broker.EnqueueAsync(Queue, _lastBatch, default).AsTask());
                break;
            case ModelAction.EnqueueAgain when _lastBatch is not null
                && (!_rules.CancelsUnknownByRequest || _time.GetUtcNow() - _lastEnqueue < ProducerMemory):
                _lastEnqueue = _time.GetUtcNow();
                await CompareAsync(broker => broker.EnqueueAsync(Queue, _lastBatch, default).AsTask());
                break;
            case ModelAction.Lease:
                await LeaseAsync(Request(worker) with
                {
                    MaxTasks = step.B % 5, MaxBytes = step.C % 200, ChildRun = step.D % 4, MaxChildRun = 1 + (step.D / 4 % 3),
                });
                break;
            case ModelAction.Settle:
                await LeaseAsync(Request(worker) with
                {
                    Finished =
                    [
                        Settlement(step.B, step.C, step.D),
                        .. step.D % 2 == 0 ? [Settlement(step.B + 1, step.C, step.A)] : Array.Empty<Settlement>(),
                    ],
                    MaxTasks = step.D % 3,
                });
                break;
            case ModelAction.Start:
                await LeaseAsync(Request(worker) with { Started = [new StartMark(Key(step.B), 1 + (step.C % 3))] });
                break;
            case ModelAction.Progress:
                ProgressUpdate[] updates = [new(Key(step.B), Samples.Bytes($"{step.C}")), new(Key(step.D), default)];
                await CompareAsync(broker => broker.ReportProgressAsync(Queue, worker, updates, default).AsTask());
                break;
            case ModelAction.Cancel:
                var canceled = _fresh.Count > 0 && step.D % 3 == 0
                    ? _fresh[^(1 + (step.B % Math.Min(_fresh.Count, Ids)))]
                    : Pool[step.B % Ids];
                await CompareAsync(broker => broker.CancelAsync(Queue, canceled, $"reason {step.C}", default).AsTask());
                break;
            case ModelAction.Renew when !_rules.HeartsBeatByCall || !_silent.Contains(worker):
                await CompareAsync(async broker => Sorted(broker.Renew(Queue, worker), await HeldAsync(worker)));
                break;
            case ModelAction.Reconcile:
                _number += step.B % 2;
                await CompareAsync(async broker => Sorted(await broker.ReconcileAsync(Queue, worker, _number, default)));
                break;
            case ModelAction.Replay:
                await LeaseAsync(Request(
                    worker) with { Number = _number - 1 - (step.B % 3), MaxTasks = 1, Finished = [Settlement(step.B, step.C, step.D)] });
                break;
            case ModelAction.Maintain:
                await MaintainAsync(new MaintenanceRequest(MaxCrashes: 1 + (step.B % 3), PageSize: 1 + (step.C % 4)));
                break;
            case ModelAction.Advance:
                await AdvanceAsync(step.B % 12 == 0 ? TimeSpan.FromMinutes(10) : TimeSpan.FromMilliseconds(500 * (step.B % 12)));
                break;
            case ModelAction.StopHeartbeat:
                StopHeart(worker);
                break;
            case ModelAction.ResumeHeartbeat:
                Both(broker => broker.ResumeHeartbeat(worker));
                _silent.Remove(worker);
                break;
            case ModelAction.Leave when step.B % 3 == 0:
                await BothAsync(broker => broker.LeaveAsync(Queue, worker, default));
                break;
            case ModelAction.Rejoin:
                await BothAsync(broker => broker.JoinAsync(Queue, worker, TimeSpan.FromSeconds(1), default));
                if (!_expected.Broker.Renew(Queue, worker).Alive || step.B % 4 == 0)
                {
                    await JoinAsync(step.A % Slots);
                }

                break;
            case ModelAction.Plant:
                Both(broker => broker.Plant(Queue, new byte[step.B % EnvelopeHeader.Size]));
                break;
            case ModelAction.StartCanvas:
                await StartCanvasAsync(step);
                break;
            case ModelAction.Deliver:
                await DeliverAsync(index => step.B + (index * (1 + step.C)));
                break;
            case ModelAction.CancelCanvas:
                await CancelCanvasAsync(step);
                break;
            case ModelAction.Acquire:
                // A resource of the queue's name: neither notices the other.
                var request = new AcquireRequest(Holder(step.A), 1 + (step.B % 3), TimeSpan.FromSeconds(1 + (step.C % 3)));
                await CompareAsync(broker => broker.AcquireAsync(Queue, request, default).AsTask());
                break;
            case ModelAction.RenewResource:
                await CompareAsync(broker => Task.FromResult(
                    broker.RenewResource(Queue, [Holder(step.A), Holder(step.B)], TimeSpan.FromSeconds(1 + (step.C % 3)))));
                break;
            case ModelAction.Release:
                await BothAsync(broker => broker.ReleaseAsync(Queue, Holder(step.A), default));
                break;
        }
    }

    private async Task JoinAsync(int slot)
    {
        _workers[slot] = new WorkerIncarnation($"worker {slot}", Numbered(1000 + _everyWorker.Count));
        _everyWorker.Add(_workers[slot]);
        await BothAsync(broker => broker.JoinAsync(Queue, _workers[slot], TimeSpan.FromSeconds(2), default));
    }

    private async Task LeaseAsync(LeaseRequest request)
    {
        var reply = await CompareAsync(broker => broker.LeaseAsync(Queue, request, default).AsTask());
        _keys.AddRange(reply.Tasks.Select(leased => leased.Key));
    }

    /// <summary>A broker may say that more is waiting where all that waits is memory to be freed, never the other way round.</summary>
    private async Task<bool> MaintainAsync(MaintenanceRequest request)
    {
        var (more, waits, deliveries) = (new List<bool>(), new List<bool>(), new List<bool>());
        await CompareAsync(async broker =>
        {
            var reply = await broker.MaintainAsync(Queue, request, default);
            more.Add(reply.More);
            waits.Add(reply.WorkWaits);
            deliveries.Add(reply.DeliveriesWait);
            return reply with { More = false, WorkWaits = false, DeliveriesWait = false };
        });
        Assert.True(more[1] || !more[0], "The broker says that nothing more is waiting, but something is.");
        Assert.True(waits[1] || !waits[0], "The broker says that nothing can be leased, but something can.");
        Assert.True(deliveries[1] || !deliveries[0], "The broker says that nothing waits to be delivered, but something does.");
        return more[1];
    }

    private void StopHeart(WorkerIncarnation worker)
    {
        if (_silent.Add(worker))
        {
            Both(broker => broker.StopHeartbeat(worker));
        }
    }

    /// <summary>Lets time pass. Where hearts beat by calls, all that have not been stopped have done so meanwhile.</summary>
    private async Task AdvanceAsync(TimeSpan time)
    {
        _time.Advance(time);
        await _actual.OnAdvancedAsync(Queue);
        foreach (var worker in _everyWorker.Where(worker => _rules.HeartsBeatByCall && !_silent.Contains(worker)))
        {
            _actual.Broker.Renew(Queue, worker);
        }
    }

    private async Task AssertNothingStaysAsync()
    {
        foreach (var worker in _everyWorker)
        {
            StopHeart(worker);
        }

        foreach (var id in Pool)
        {
            await CompareAsync(broker => broker.CancelAsync(Queue, id, null, default).AsTask());
        }

        await EndCanvasesAsync();
        await AdvanceAsync(TimeSpan.FromSeconds(10));
        await DrainAsync();
        await EndCanvasesAsync();
        await AdvanceAsync(TimeSpan.FromDays(2));
        await DrainAsync();
        var counts = await CompareAsync(broker => broker.CountAsync(Queue, default).AsTask());
        Assert.Equal((0, 0, 0), (counts.Delayed, counts.Leased, counts.DeadLetters));
        Assert.Equal((0, 0), await CompareKeptAsync());
        Assert.Equal((0, 0), await _expected.CountCanvasesKeptAsync(Queue));
        Assert.Equal((0, 0), await _actual.CountCanvasesKeptAsync(Queue));
    }

    private async Task DrainAsync()
    {
        var pages = 0;
        while (await MaintainAsync(new MaintenanceRequest(3, 10)))
        {
            Assert.True(++pages < 1000, "Maintenance does not come to an end.");
        }
    }

    private LeaseRequest Request(WorkerIncarnation worker) => new() { Worker = worker, Number = ++_number };

    private LeaseKey Key(int number) => _keys.Count == 0 ? new LeaseKey(0, Pool[0]) : _keys[^(1 + (number % Math.Min(_keys.Count, 12)))];

    private static Guid Holder(int number) => Numbered(FirstHolder + (number % HolderIds));

    private Settlement Settlement(int key, int kind, int details) => new(Key(key), (SettlementKind)(kind % 8), (details % 4) switch
    {
        0 => null,
        1 => new SettlementDetails { Attempt = 1, Delay = TimeSpan.FromSeconds(
            details % 3), Failure = Samples.Bytes("failure"), Reason = "reason" },
        2 => new SettlementDetails { Delay = TimeSpan.FromSeconds(1), Result = Samples.Bytes("result"), Progress = Samples.Bytes("last") },
        _ => new SettlementDetails
        {
            StartedAt = DateTimeOffset.UnixEpoch,
            Delay = TimeSpan.FromSeconds(-1),
            Result = Samples.Bytes("other"),
        },
    });

    private NewTask NewTask(ModelStep step, int index)
    {
        var key = ((step.B / 3) + index) % 5;
        var hasRecord = key < 2 || (step.D + index) % 3 > 0;
        var id = hasRecord || !_rules.CancelsUnknownByRequest ? Pool[(step.B + (index * step.C)) % Ids] : FreshId();
        var task = Samples.Plain(id, (TaskPriority)((step.C + index) % 3), step.D % 60);
        return (hasRecord ? Samples.WithRecord(task) : task) with
        {
            IdempotencyKey = key < 2 ? $"key {key}" : null,
            Delay = (step.C / 3 % 3) switch { 0 => TimeSpan.FromSeconds(1 + (step.D % 3)), 1 => TimeSpan.Zero, _ => null },
            ExpiresAfter = step.D % 4 == 0 ? TimeSpan.FromSeconds(1 + (step.B % 4)) : null,
            AtFront = (step.D / 4 % 4) < 2,
            RecordTtl = TimeSpan.FromSeconds(step.B % 5),
            KeyTtl = TimeSpan.FromSeconds(step.C % 5),
        };
    }

    /// <summary>A task without a record is known by nothing but its envelope: its id must be one that nobody had before.</summary>
    private Guid FreshId()
    {
        _fresh.Add(Numbered(100_000 + _fresh.Count));
        return _fresh[^1];
    }

    /// <summary>What a worker holds that is known by nothing but its id.</summary>
    private async Task<IReadOnlyList<LeaseKey>> HeldAsync(WorkerIncarnation worker) =>
        [.. (await _expected.Broker.ReconcileAsync(Queue, worker, long.MinValue, default)).Held
            .Where(leased => !Samples.Header(leased.Envelope).Flags.HasFlag(EnvelopeFlags.HasRecord))
            .Select(leased => leased.Key)];

    /// <summary>A request by id is one for the task of that id that the worker holds.</summary>
    private static RenewReply Sorted(RenewReply reply, IReadOnlyList<LeaseKey> held)
    {
        var strays = reply.Strays.SelectMany(
            stray => held.Where(key => key.Id == stray.Id).Select(key => new CancelRequest(key, stray.Reason)));
        return reply with { Cancels = [.. reply.Cancels.Concat(strays).OrderBy(cancel => cancel.Key.Id)], Strays = [] };
    }

    private static ReconcileReply Sorted(ReconcileReply reply) => reply with { Held = [.. reply.Held.OrderBy(leased => leased.Key.Id)] };

    private static Guid Numbered(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        return new Guid(bytes, bigEndian: true);
    }
}

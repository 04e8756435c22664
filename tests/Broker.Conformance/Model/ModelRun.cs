using System.Buffers.Binary;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TaskGen;
using TaskGen.Brokers;

namespace Broker.Conformance;

/// <summary>One run of random steps against the reference and a broker. After each step both have replied the same and can be seen to hold the same.</summary>
internal sealed class ModelRun
{
    private const string Queue = "model";
    private const int Ids = 10;
    private const int Slots = 3;

    private static readonly Guid[] Pool = [.. Enumerable.Range(1, Ids).Select(Numbered)];

    private readonly FakeTimeProvider _time = new();
    private readonly IModelBroker _expected;
    private readonly IModelBroker _actual;
    private readonly WorkerIncarnation[] _workers = new WorkerIncarnation[Slots];
    private readonly List<WorkerIncarnation> _everyWorker = [];
    private readonly List<LeaseKey> _keys = [];
    private EnqueueBatch? _lastBatch;
    private long _number;

    public ModelRun(Func<TimeProvider, BrokerLimits, IModelBroker> broker)
    {
        var limits = new BrokerLimits(TimeSpan.FromSeconds(20), MaxDeadLetters: 3);
        _expected = new ReferenceModelBroker(_time, limits);
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
            await CompareAsync(broker => broker.CountAsync(Queue, default).AsTask());
            await CompareAsync(broker => broker.ReadAsync(Queue, Pool, null, default).AsTask());
            await CompareAsync(broker => broker.ReadDeadLettersAsync(Queue, 0, 5, default).AsTask());
        }

        await AssertNothingStaysAsync();
    }

    private async Task StepAsync(ModelStep step)
    {
        var worker = _workers[step.A % Slots];
        switch (step.Action)
        {
            case ModelAction.Enqueue:
                _lastBatch = new EnqueueBatch(Numbered(100), ++_number, [.. Enumerable.Range(0, 1 + (step.A % 3)).Select(index => NewTask(step, index))]);
                await CompareAsync(broker => broker.EnqueueAsync(Queue, _lastBatch, default).AsTask());
                break;
            case ModelAction.EnqueueAgain when _lastBatch is not null:
                await CompareAsync(broker => broker.EnqueueAsync(Queue, _lastBatch, default).AsTask());
                break;
            case ModelAction.Lease:
                await LeaseAsync(Request(worker) with { MaxTasks = step.B % 5, MaxBytes = step.C % 200 });
                break;
            case ModelAction.Settle:
                await LeaseAsync(Request(worker) with
                {
                    Finished = [Settlement(step.B, step.C, step.D), .. step.D % 2 == 0 ? [Settlement(step.B + 1, step.C, step.A)] : Array.Empty<Settlement>()],
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
                await CompareAsync(broker => broker.CancelAsync(Queue, Pool[step.B % Ids], $"reason {step.C}", default).AsTask());
                break;
            case ModelAction.Renew:
                await CompareAsync(broker => Task.FromResult(Sorted(broker.Renew(Queue, worker))));
                break;
            case ModelAction.Reconcile:
                _number += step.B % 2;
                await CompareAsync(async broker => Sorted(await broker.ReconcileAsync(Queue, worker, _number, default)));
                break;
            case ModelAction.Replay:
                await LeaseAsync(Request(worker) with { Number = _number - 1 - (step.B % 3), MaxTasks = 1, Finished = [Settlement(step.B, step.C, step.D)] });
                break;
            case ModelAction.Maintain:
                await MaintainAsync(new MaintenanceRequest(MaxCrashes: 1 + (step.B % 3), PageSize: 1 + (step.C % 4)));
                break;
            case ModelAction.Advance:
                _time.Advance(step.B % 12 == 0 ? TimeSpan.FromMinutes(10) : TimeSpan.FromMilliseconds(500 * (step.B % 12)));
                break;
            case ModelAction.StopHeartbeat:
                Both(broker => broker.StopHeartbeat(worker));
                break;
            case ModelAction.ResumeHeartbeat:
                Both(broker => broker.ResumeHeartbeat(worker));
                break;
            case ModelAction.Leave when step.B % 3 == 0:
                await BothAsync(broker => broker.LeaveAsync(Queue, worker, default));
                break;
            case ModelAction.Rejoin:
                await BothAsync(broker => broker.JoinAsync(Queue, worker, TimeSpan.FromSeconds(1), default));
                if (!_actual.Broker.Renew(Queue, worker).Alive || step.B % 4 == 0)
                {
                    await JoinAsync(step.A % Slots);
                }

                break;
            case ModelAction.Plant:
                Both(broker => broker.Plant(Queue, new byte[step.B % EnvelopeHeader.Size]));
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
        var more = new List<bool>();
        await CompareAsync(async broker =>
        {
            var reply = await broker.MaintainAsync(Queue, request, default);
            more.Add(reply.More);
            return reply with { More = false };
        });
        Assert.True(more[1] || !more[0], "The broker says that nothing more is waiting, but something is.");
        return more[1];
    }

    private async Task AssertNothingStaysAsync()
    {
        foreach (var worker in _everyWorker)
        {
            Both(broker => broker.StopHeartbeat(worker));
        }

        foreach (var id in Pool)
        {
            await CompareAsync(broker => broker.CancelAsync(Queue, id, null, default).AsTask());
        }

        _time.Advance(TimeSpan.FromSeconds(10));
        await DrainAsync();
        _time.Advance(TimeSpan.FromDays(2));
        await DrainAsync();
        var counts = await CompareAsync(broker => broker.CountAsync(Queue, default).AsTask());
        Assert.Equal((0, 0, 0, 0, 0), (counts.Delayed, counts.Leased, counts.DeadLetters, counts.Records, counts.IdempotencyKeys));
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

    private Settlement Settlement(int key, int kind, int details) => new(Key(key), (SettlementKind)(kind % 8), (details % 4) switch
    {
        0 => null,
        1 => new SettlementDetails { Attempt = 1, Delay = TimeSpan.FromSeconds(details % 3), Failure = Samples.Bytes("failure"), Reason = "reason" },
        2 => new SettlementDetails { Delay = TimeSpan.FromSeconds(1), Result = Samples.Bytes("result"), Progress = Samples.Bytes("last") },
        _ => new SettlementDetails { StartedAt = DateTimeOffset.UnixEpoch, Delay = TimeSpan.FromSeconds(-1), Result = Samples.Bytes("other") },
    });

    private static NewTask NewTask(ModelStep step, int index)
    {
        var key = ((step.B / 3) + index) % 5;
        var task = Samples.Plain(Pool[(step.B + (index * step.C)) % Ids], (TaskPriority)((step.C + index) % 3), step.D % 60);
        return task with
        {
            HasRecord = key < 2 || (step.D + index) % 3 > 0,
            IdempotencyKey = key < 2 ? $"key {key}" : null,
            Delay = (step.C / 3 % 3) switch { 0 => TimeSpan.FromSeconds(1 + (step.D % 3)), 1 => TimeSpan.Zero, _ => null },
            ExpiresAfter = step.D % 4 == 0 ? TimeSpan.FromSeconds(1 + (step.B % 4)) : null,
            AtFront = (step.D / 4 % 4) == 0,
            RecordTtl = TimeSpan.FromSeconds(step.B % 5),
            KeyTtl = TimeSpan.FromSeconds(step.C % 5),
        };
    }

    private static RenewReply Sorted(RenewReply reply) => reply with { Cancels = [.. reply.Cancels.OrderBy(cancel => cancel.Key.Id)] };

    private static ReconcileReply Sorted(ReconcileReply reply) => reply with { Held = [.. reply.Held.OrderBy(leased => leased.Key.Id)] };

    private static Guid Numbered(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes[12..], number);
        return new Guid(bytes, bigEndian: true);
    }

    private void Both(Action<IModelBroker> action)
    {
        action(_expected);
        action(_actual);
    }

    private async Task BothAsync(Func<IBroker, ValueTask> action)
    {
        await action(_expected.Broker);
        await action(_actual.Broker);
    }

    private async Task<T> CompareAsync<T>(Func<IBroker, Task<T>> call)
    {
        var expected = await call(_expected.Broker);
        var actual = await call(_actual.Broker);
        Assert.Equal(JsonSerializer.Serialize(expected), JsonSerializer.Serialize(actual));
        return actual;
    }
}

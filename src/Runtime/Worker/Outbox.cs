using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>What waits to be told to the broker: settlements and start marks. They ride on the next lease request.</summary>
internal sealed class Outbox
{
    // A step of the broker keeps all others waiting: what is written to a record costs it several times as much as the plain end of a
    // lease.
    private const int MaxWeight = 200;
    private const int WeightOfRecord = 4;
    private const int MaxMarks = 100;

    private readonly Lock _lock = new();
    private readonly Queue<Settlement> _finished = new();
    private readonly Dictionary<LeaseKey, PendingMark> _marks = [];

    /// <summary>How many tasks have gone back unfinished so far.</summary>
    public int HandedBack { get; private set; }

    public void Add(in Settlement settlement)
    {
        lock (_lock)
        {
            HandedBack += settlement.Kind == SettlementKind.HandBack ? 1 : 0;

            // A settlement says all that the mark would have said.
            _marks.Remove(settlement.Key);
            _finished.Enqueue(settlement);
        }
    }

    /// <summary>A task goes back to its queue; nothing is counted.</summary>
    public void HandBack(LeaseKey key) => Add(new Settlement(key, SettlementKind.HandBack));

    public void Mark(in StartMark mark)
    {
        lock (_lock)
        {
            _marks[mark.Key] = new PendingMark(mark, null);
        }
    }

    /// <summary>Marks a start and learns whether the lease still held.</summary>
    public Task<bool> MarkAndConfirmAsync(in StartMark mark)
    {
        var confirmed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _marks[mark.Key] = new PendingMark(mark, confirmed);
        }

        return confirmed.Task;
    }

    public (IReadOnlyList<Settlement> Finished, IReadOnlyList<PendingMark> Marks) Take()
    {
        lock (_lock)
        {
            if (_finished.Count == 0 && _marks.Count == 0)
            {
                return ([], []);
            }

            var finished = new List<Settlement>(Math.Min(_finished.Count, MaxWeight));
            for (var weight = 0;
                weight < MaxWeight && _finished.TryDequeue(out var settlement);
                weight += settlement.Details is null ? 1 : WeightOfRecord)
            {
                finished.Add(settlement);
            }

            var marks = _marks.Values.Take(MaxMarks).ToList();
            foreach (var mark in marks)
            {
                _marks.Remove(mark.Mark.Key);
            }

            return (finished, marks);
        }
    }

    /// <summary>The tasks whose settlements wait here.</summary>
    public HashSet<LeaseKey> Settled()
    {
        lock (_lock)
        {
            return [.. _finished.Select(static settlement => settlement.Key)];
        }
    }

    /// <summary>Takes back what is to be told again.</summary>
    public void PutBack(IEnumerable<Settlement> finished, IEnumerable<PendingMark> marks)
    {
        lock (_lock)
        {
            foreach (var settlement in finished)
            {
                _finished.Enqueue(settlement);
            }

            var settled = _finished.Select(static settlement => settlement.Key).ToHashSet();
            foreach (var mark in marks)
            {
                if (!settled.Contains(mark.Mark.Key))
                {
                    _marks.TryAdd(mark.Mark.Key, mark);
                }
            }
        }
    }

    /// <summary>Forgets everything: the incarnation that held the tasks is dead and would be refused.</summary>
    public void Clear()
    {
        List<PendingMark> marks;
        lock (_lock)
        {
            _finished.Clear();
            marks = [.. _marks.Values];
            _marks.Clear();
        }

        marks.ForEach(static mark => mark.Confirmed?.TrySetResult(false));
    }
}

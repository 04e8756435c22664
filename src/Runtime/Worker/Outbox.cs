using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>
/// Stores the settlements (outcomes of attempts) and start marks (reports that tasks have started) that the next lease request sends to the
/// broker.
/// </summary>
internal sealed class Outbox
{
    // A step of the broker delays all other steps. Writing to a record takes several times as long as ending a lease without details, so a
    // settlement with details has a higher weight.
    private const int MaxWeight = 200;
    private const int WeightOfRecord = 4;
    private const int MaxMarks = 100;

    private readonly Lock _lock = new();
    private readonly Queue<Settlement> _finished = new();
    private readonly Dictionary<LeaseKey, PendingMark> _marks = [];

    /// <summary>The number of tasks that have been returned to the queue so far.</summary>
    public int HandedBack { get; private set; }

    public void Add(in Settlement settlement)
    {
        lock (_lock)
        {
            HandedBack += settlement.Kind == SettlementKind.HandBack ? 1 : 0;

            // The settlement replaces the start mark.
            _marks.Remove(settlement.Key);
            _finished.Enqueue(settlement);
        }
    }

    /// <summary>Adds a settlement that returns a task to its queue. The attempt is not counted.</summary>
    public void HandBack(LeaseKey key) => Add(new Settlement(key, SettlementKind.HandBack));

    /// <summary>Adds a start mark, which reports to the broker that a task has started.</summary>
    public void Mark(in StartMark mark)
    {
        lock (_lock)
        {
            _marks[mark.Key] = new PendingMark(mark, null);
        }
    }

    /// <summary>Adds a start mark whose result the caller can await.</summary>
    /// <returns>
    /// <see langword="true"/> if the lease was current when the broker applied the mark; otherwise, <see langword="false"/>.
    /// </returns>
    public Task<bool> MarkAndConfirmAsync(in StartMark mark)
    {
        var confirmed = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _marks[mark.Key] = new PendingMark(mark, confirmed);
        }

        return confirmed.Task;
    }

    /// <summary>Removes and returns the settlements and start marks for one request.</summary>
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

    /// <summary>Returns the leases on the tasks whose settlements are in the outbox.</summary>
    public HashSet<LeaseKey> Settled()
    {
        lock (_lock)
        {
            return [.. _finished.Select(static settlement => settlement.Key)];
        }
    }

    /// <summary>Adds settlements and start marks again, because the broker has not applied them.</summary>
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

    /// <summary>
    /// Removes all settlements and start marks, because the incarnation that held the tasks is dead and the broker would refuse them.
    /// </summary>
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

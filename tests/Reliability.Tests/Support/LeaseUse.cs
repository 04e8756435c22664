using Reliability.Worker;

namespace Reliability.Tests;

/// <summary>From when to when a task had a lease of the resource, out of the ledgers.</summary>
/// <param name="ProcessId">The process that ran it.</param>
/// <param name="From">The moment after it was acquired.</param>
/// <param name="Until">The moment before it was released; null: it never was.</param>
internal readonly record struct LeaseUse(int ProcessId, long From, long? Until)
{
    public static IReadOnlyList<LeaseUse> Read(IEnumerable<LedgerRecord> records)
    {
        var open = new Dictionary<(int Process, Guid Task), long>();
        var uses = new List<LeaseUse>();
        foreach (var record in records)
        {
            if (record.Event == LedgerEvent.Acquired)
            {
                open.Add((record.ProcessId, record.Task), record.Timestamp);
            }
            else if (record.Event == LedgerEvent.Released && open.Remove((record.ProcessId, record.Task), out var from))
            {
                uses.Add(new LeaseUse(record.ProcessId, from, record.Timestamp));
            }
        }

        uses.AddRange(open.Select(static use => new LeaseUse(use.Key.Process, use.Value, null)));
        return uses;
    }

    /// <summary>What a killed process never gave back, as if it had at that time.</summary>
    public LeaseUse EndAt(long time) => Until is null ? this with { Until = time } : this;

    /// <summary>The most at once, and the first moment at which there were more than <paramref name="over"/>; null: never.</summary>
    public static (int Most, long? FirstOver) Count(IEnumerable<LeaseUse> uses, int over = int.MaxValue)
    {
        var (now, most) = (0, 0);
        long? firstOver = null;

        // At the same tick an end comes first: the span lies within the lease on both sides.
        foreach (var (time, change) in uses.SelectMany(static use => new[] { (use.From, 1), (use.Until ?? long.MaxValue, -1) })
            .OrderBy(static step => step))
        {
            now += change;
            most = Math.Max(most, now);
            firstOver ??= now > over ? time : null;
        }

        return (most, firstOver);
    }
}

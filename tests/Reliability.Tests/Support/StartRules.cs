using System.Diagnostics;
using Reliability.Worker;

namespace Reliability.Tests;

/// <summary>
/// Judges the starts in a ledger. A second start of a task needs a reason: the process of the one before was killed while the task was its
/// own, and then the attempt is the same one; or the attempt before threw, and then it is the next one.
/// </summary>
/// <param name="kills">Every process that was killed, and when.</param>
/// <param name="settleWithin">
/// How long after its last record an attempt's end may be on its way to the broker; a kill after that does not explain another start.
/// </param>
internal sealed class StartRules(IReadOnlyList<Kill> kills, TimeSpan settleWithin)
{
    private readonly Dictionary<int, Kill> _kills = kills.ToDictionary(static kill => kill.ProcessId);

    /// <summary>How many starts followed a kill in the last judgement.</summary>
    public int AfterKill { get; private set; }

    /// <summary>How many starts were retries in the last judgement.</summary>
    public int Retries { get; private set; }

    /// <summary>Everything that has no explanation, in words.</summary>
    /// <param name="records">The ledgers.</param>
    /// <param name="dispatched">The tasks that there are.</param>
    public IReadOnlyList<string> Judge(IEnumerable<LedgerRecord> records, IReadOnlyCollection<Guid> dispatched)
    {
        (AfterKill, Retries) = (0, 0);
        var problems = new List<string>();
        var tasks = records.GroupBy(static record => record.Task).ToDictionary(static task => task.Key, static task => task.ToList());
        foreach (var id in dispatched.Where(
            id => !tasks.TryGetValue(id, out var ledger) || !ledger.Exists(static record => record.Event == LedgerEvent.Ended)))
        {
            problems.Add($"{id} was lost: it never ended");
        }

        var known = dispatched.ToHashSet();
        foreach (var (id, ledger) in tasks)
        {
            if (!known.Contains(id))
            {
                problems.Add($"{id} was never dispatched");
            }

            Judge(id, ledger, problems);
        }

        return problems;
    }

    private void Judge(Guid id, List<LedgerRecord> ledger, List<string> problems)
    {
        var starts = ledger.Where(static record => record.Event == LedgerEvent.Started).OrderBy(static record => record.Timestamp).ToList();
        foreach (var (before, after) in starts.Zip(starts.Skip(1)))
        {
            var end = ledger
                .Where(
                    record => record.ProcessId == before.ProcessId
                        && record.Event is LedgerEvent.Ended or LedgerEvent.Threw
                        && record.Timestamp >= before.Timestamp)
                .OrderBy(static record => record.Timestamp)
                .FirstOrDefault();
            if (end.Event == LedgerEvent.Threw && end.Timestamp <= after.Timestamp && after.Attempt == before.Attempt + 1)
            {
                Retries++;
            }
            else if (after.Attempt == before.Attempt && WasKilledBetween(before, end, after))
            {
                AfterKill++;
            }
            else
            {
                problems.Add($"{id} was started again without a reason: {before}, then {end}, then {after}");
            }
        }
    }

    private bool WasKilledBetween(LedgerRecord before, LedgerRecord end, LedgerRecord after) =>
        _kills.TryGetValue(before.ProcessId, out var kill)
        && before.Timestamp <= kill.After
        && kill.Before <= after.Timestamp
        && (end.Event == LedgerEvent.None || Stopwatch.GetElapsedTime(end.Timestamp, kill.Before) <= settleWithin);
}

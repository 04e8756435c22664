using System.Collections.Concurrent;
using TaskGen.Servers;

namespace Integration.Tests;

/// <summary>What all bodies of a test have done, kept outside the broker under test. Its gate holds those that want to be held.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentDictionary<string, LedgerEntry> _entries = new(StringComparer.Ordinal);
    private int _inside;
    private int _mostInside;
    private volatile TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LedgerEntry this[string key] => _entries.GetOrAdd(key, static _ => new LedgerEntry());

    public IEnumerable<KeyValuePair<string, LedgerEntry>> Entries => _entries;

    /// <summary>How many bodies came to their end.</summary>
    public int Ends => _entries.Values.Sum(static entry => entry.Ends);

    /// <summary>How many bodies began.</summary>
    public int Starts => _entries.Values.Sum(static entry => entry.Starts.Count);

    /// <summary>The most bodies at once that had a slot of the limited resource.</summary>
    public int MostInside => Volatile.Read(ref _mostInside);

    public void Enter()
    {
        var inside = Interlocked.Increment(ref _inside);
        int most;
        while (inside > (most = MostInside))
        {
            Interlocked.CompareExchange(ref _mostInside, inside, most);
        }
    }

    public void Leave() => Interlocked.Decrement(ref _inside);

    public Task PassAsync(CancellationToken cancellationToken) => _gate.Task.WaitAsync(cancellationToken);

    /// <summary>Lets go of all that wait, and of all that come.</summary>
    public void Open() => _gate.TrySetResult();

    /// <summary>Bodies that come from now on are held.</summary>
    public void Close() => _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task UntilStartedAsync(string key, int times = 1) =>
        Wait.UntilAsync(() => this[key].Starts.Count >= times, Limits.Long, () => $"'{key}' has started {this[key].Starts.Count} time(s) "
            + $"and not {times}");
}

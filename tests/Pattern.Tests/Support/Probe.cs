using System.Collections.Concurrent;
using TaskGen.Servers;

namespace Pattern.Tests;

/// <summary>What tasks tell the test, whichever host they run in, and the doors at which they wait for it.</summary>
public sealed class Probe
{
    private readonly ConcurrentQueue<(string Key, DateTimeOffset At)> _marks = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _doors = new(StringComparer.Ordinal);
    private volatile bool _isOpen;
    private int _holders;
    private int _mostHolders;

    /// <summary>The most that held something at once.</summary>
    public int MostHolders => Volatile.Read(ref _mostHolders);

    /// <summary>All marks, in order.</summary>
    public IReadOnlyList<string> Marks => [.. _marks.Select(static mark => mark.Key)];

    /// <summary>Notes that something has happened.</summary>
    /// <returns>How often it has now.</returns>
    public int Mark(string key)
    {
        lock (_marks)
        {
            _marks.Enqueue((key, DateTimeOffset.UtcNow));
            return Count(key);
        }
    }

    /// <summary>How often something has happened.</summary>
    public int Count(string key) => _marks.Count(mark => mark.Key == key);

    /// <summary>When something has happened.</summary>
    public IReadOnlyList<DateTimeOffset> Times(string key) => [.. _marks.Where(mark => mark.Key == key).Select(static mark => mark.At)];

    /// <summary>Returns when something has happened so often.</summary>
    public Task UntilAsync(string key, int times = 1) =>
        Wait.UntilAsync(
            () => Count(key) >= times,
            Limits.Long,
            () => $"'{key}' has happened {Count(key)} times and not {times}; so far: {string.Join(", ", Marks)}");

    /// <summary>Waits until the test opens a door.</summary>
    public Task PassAsync(string door, CancellationToken cancellationToken) =>
        _isOpen ? Task.CompletedTask : Door(door).Task.WaitAsync(cancellationToken);

    /// <summary>Opens a door for good.</summary>
    public void Open(string door) => Door(door).TrySetResult();

    /// <summary>Opens all doors for good, those too that nobody has come to.</summary>
    public void OpenAll()
    {
        _isOpen = true;
        foreach (var door in _doors.Values)
        {
            door.TrySetResult();
        }
    }

    /// <summary>Takes something of which there is a limited number.</summary>
    public void Take()
    {
        var now = Interlocked.Increment(ref _holders);
        int most;
        do
        {
            most = Volatile.Read(ref _mostHolders);
        }
        while (now > most && Interlocked.CompareExchange(ref _mostHolders, now, most) != most);
    }

    /// <summary>Puts it back.</summary>
    public void PutBack() => Interlocked.Decrement(ref _holders);

    private TaskCompletionSource Door(string name) =>
        _doors.GetOrAdd(name, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
}

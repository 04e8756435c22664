using TaskGen;

namespace Integration.Tests;

/// <summary>What bodies have said under one key of a test's own making.</summary>
internal sealed class LedgerEntry
{
    private readonly Lock _lock = new();
    private readonly List<LedgerStart> _starts = [];
    private readonly List<StopReason> _stops = [];
    private int _ends;

    /// <summary>Every start of a body, in order.</summary>
    public IReadOnlyList<LedgerStart> Starts
    {
        get
        {
            lock (_lock)
            {
                return [.. _starts];
            }
        }
    }

    /// <summary>Why tokens were canceled while a body ran.</summary>
    public IReadOnlyList<StopReason> Stops
    {
        get
        {
            lock (_lock)
            {
                return [.. _stops];
            }
        }
    }

    /// <summary>How many bodies came to their end.</summary>
    public int Ends
    {
        get
        {
            lock (_lock)
            {
                return _ends;
            }
        }
    }

    public void Start(TaskContext context)
    {
        lock (_lock)
        {
            _starts.Add(new LedgerStart(context.Id, context.Attempt));
        }
    }

    public void End()
    {
        lock (_lock)
        {
            _ends++;
        }
    }

    public void Stop(StopReason reason)
    {
        lock (_lock)
        {
            _stops.Add(reason);
        }
    }
}

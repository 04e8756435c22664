namespace TaskGen.Brokers.InMemory;

/// <summary>The dead letters of a queue, within their limits of age and number. The oldest go first, and all that go are counted.</summary>
internal sealed class DeadLetterList(BrokerLimits limits)
{
    // Oldest first. What was dropped leaves a gap at the beginning, which is closed when it is half of the list: O(1) a letter.
    private readonly List<DeadLetter?> _letters = [];
    private int _gap;
    private int _dropped;

    public int Count => _letters.Count - _gap;

    public void Add(DeadLetter letter)
    {
        _letters.Add(letter);
        while (Count > limits.MaxDeadLetters)
        {
            DropOldest();
        }
    }

    public bool AnyDue(DateTimeOffset now) => Count > 0 && BrokerTime.Add(_letters[_gap]!.At, limits.DeadLetterRetention) <= now;

    public void Sweep(DateTimeOffset now, int max)
    {
        for (; max > 0 && AnyDue(now); max--)
        {
            DropOldest();
        }
    }

    /// <summary>How many were dropped since the last time this was asked.</summary>
    public int TakeDropped()
    {
        var dropped = _dropped;
        _dropped = 0;
        return dropped;
    }

    public IReadOnlyList<DeadLetter> Read(int skip, int take)
    {
        var page = new List<DeadLetter>();
        for (long index = _letters.Count - 1L - skip; index >= _gap && page.Count < take; index--)
        {
            var letter = _letters[(int)index]!;
            page.Add(letter with { Envelope = letter.Envelope.ToArray(), Failure = letter.Failure.ToArray() });
        }

        return page;
    }

    private void DropOldest()
    {
        _letters[_gap++] = null;
        _dropped++;
        if (_gap * 2 >= _letters.Count)
        {
            _letters.RemoveRange(0, _gap);
            _gap = 0;
        }
    }
}

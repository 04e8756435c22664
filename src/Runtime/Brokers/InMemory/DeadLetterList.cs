namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Stores the dead letters of a queue within the limits for age and number. The oldest dead letters are removed first, and the number of
/// removed dead letters is counted.
/// </summary>
internal sealed class DeadLetterList(BrokerLimits limits)
{
    // The oldest dead letter is first. Removed ones leave a gap at the beginning, which is closed when it reaches half of the list, so that
    // a removal takes constant time on average.
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

    /// <summary>Returns the number of dead letters that were removed since the last call, and resets it.</summary>
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

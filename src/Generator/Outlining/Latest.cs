namespace TaskGen.Generator.Outlining;

/// <summary>
/// Holds a value that belongs to one compilation. Equal objects of the pipeline share the value of the latest compilation: when a new
/// object equals the previous one, the pipeline keeps the previous one, which must not refer to a compilation that no longer exists.
/// </summary>
/// <param name="value">The value.</param>
/// <param name="number">The number of its compilation. A later compilation has a higher number.</param>
internal sealed class Latest<T>(T value, long number)
{
    private volatile Entry _entry = new(value, number);

    /// <summary>Gets the value of the latest compilation.</summary>
    public T Value => _entry.Value;

    /// <summary>Gets the number of the latest compilation.</summary>
    public long Number => _entry.Number;

    /// <summary>Replaces the value that belongs to the earlier compilation, of this instance or the other one.</summary>
    public void ShareWith(Latest<T> other)
    {
        var (mine, others) = (_entry, other._entry);
        if (mine.Number < others.Number)
        {
            _entry = others;
        }
        else
        {
            other._entry = mine;
        }
    }

    private sealed class Entry(T value, long number)
    {
        public T Value => value;

        public long Number => number;
    }
}

namespace TaskGen.Generator.Outlining;

/// <summary>Computes a 64-bit FNV-1a hash of a sequence of strings and numbers. Hashes are compared only within one process.</summary>
internal struct OutlineHash
{
    private const ulong Prime = 1099511628211;
    private ulong _value;

    /// <summary>Gets the hash of an empty sequence.</summary>
    public static OutlineHash Start => new() { _value = 14695981039346656037 };

    /// <summary>Gets the hash of the sequence so far.</summary>
    public readonly ulong Value => _value;

    /// <summary>Adds a string and a marker for its end.</summary>
    public void Add(string text)
    {
        foreach (var character in text)
        {
            _value = unchecked((_value ^ character) * Prime);
        }

        _value = unchecked((_value ^ char.MaxValue) * Prime);
    }

    /// <summary>Adds a number.</summary>
    public void Add(ulong number)
    {
        for (var shift = 0; shift < 64; shift += 16)
        {
            _value = unchecked((_value ^ (ushort)(number >> shift)) * Prime);
        }
    }
}

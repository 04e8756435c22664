namespace TaskGen.Generator.Outlining;

/// <summary>A hash of 64 bits over texts and numbers, in their order: FNV-1a. Only ever compared within one process.</summary>
internal struct OutlineHash
{
    private const ulong Prime = 1099511628211;
    private ulong _value;

    /// <summary>The hash of nothing.</summary>
    public static OutlineHash Start => new() { _value = 14695981039346656037 };

    /// <summary>What has come together.</summary>
    public readonly ulong Value => _value;

    /// <summary>Adds a text and its end.</summary>
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

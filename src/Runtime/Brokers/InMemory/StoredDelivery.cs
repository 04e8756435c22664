using System.Buffers.Binary;

namespace TaskGen.Brokers.InMemory;

/// <summary>Something that a step of a queue has recorded, until it is said to be done.</summary>
internal abstract class StoredDelivery
{
    private ReadOnlyMemory<byte> _key;

    /// <summary>What it is known by, once it is recorded: never given again.</summary>
    public long Number
    {
        get;
        set
        {
            field = value;
            var key = new byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(key, value);
            _key = key;
        }
    }

    /// <summary>Its place in the line, while it is recorded.</summary>
    public (DateTimeOffset DueAt, long Turn) Place { get; set; }

    public ReadOnlyMemory<byte> Key => _key;

    /// <summary>The canvas it is of, where it goes with that.</summary>
    public virtual StoredCanvas? Canvas => null;

    public static bool TryReadKey(ReadOnlySpan<byte> key, out long number) =>
        BinaryPrimitives.TryReadInt64LittleEndian(key, out number) && key.Length == sizeof(long);
}

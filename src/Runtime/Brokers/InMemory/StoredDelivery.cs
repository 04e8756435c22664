using System.Buffers.Binary;

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents a delivery (an operation to be carried out in another queue or canvas) or work within a canvas. It is stored until it is
/// confirmed or complete.
/// </summary>
internal abstract class StoredDelivery
{
    private ReadOnlyMemory<byte> _key;

    /// <summary>The number that identifies the delivery. It is set when the delivery is recorded, and is never reused.</summary>
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

    /// <summary>The position of the recorded delivery in the order of all deliveries.</summary>
    public (DateTimeOffset DueAt, long Turn) Place { get; set; }

    public ReadOnlyMemory<byte> Key => _key;

    /// <summary>
    /// The canvas to which the delivery belongs and with which it is removed; <see langword="null"/> if the delivery reports the end of a
    /// task.
    /// </summary>
    public virtual StoredCanvas? Canvas => null;

    public static bool TryReadKey(ReadOnlySpan<byte> key, out long number) =>
        BinaryPrimitives.TryReadInt64LittleEndian(key, out number) && key.Length == sizeof(long);
}

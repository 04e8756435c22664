using System.Buffers.Binary;

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents a delivery, or work within a canvas, that a step of the queue has recorded. It is kept until it is confirmed or complete.
/// </summary>
internal abstract class StoredDelivery
{
    private ReadOnlyMemory<byte> _key;

    /// <summary>The number that identifies the delivery. It is set when the delivery is recorded and never reused.</summary>
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

    /// <summary>The position in the order of deliveries while the delivery is recorded.</summary>
    public (DateTimeOffset DueAt, long Turn) Place { get; set; }

    public ReadOnlyMemory<byte> Key => _key;

    /// <summary>The canvas that the delivery belongs to and is removed with; <see langword="null"/> for a report of a task.</summary>
    public virtual StoredCanvas? Canvas => null;

    public static bool TryReadKey(ReadOnlySpan<byte> key, out long number) =>
        BinaryPrimitives.TryReadInt64LittleEndian(key, out number) && key.Length == sizeof(long);
}

using System.Buffers.Binary;
using System.Text;
using TaskGen.Primitives;

namespace TaskGen.Brokers;

/// <summary>Whom the end of a task is to be told: a node of a canvas, which lies in a queue of its own.</summary>
/// <param name="Queue">The queue that the canvas lies in.</param>
/// <param name="Canvas">The canvas.</param>
/// <param name="Node">The node that the task stands for.</param>
internal readonly record struct CanvasPointer(string Queue, Guid Canvas, int Node)
{
    private const int FixedBytes = 1 + 16 + sizeof(int);

    /// <summary>
    /// The pointer as brokers keep it: length and name of the queue, the canvas, the node. Pointers can stand one after the other.
    /// </summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[FixedBytes + Queue.Length];
        bytes[0] = (byte)Queue.Length;
        Encoding.ASCII.GetBytes(Queue, bytes.AsSpan(1));
        Canvas.TryWriteBytes(bytes.AsSpan(1 + Queue.Length), bigEndian: true, out _);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(bytes.Length - sizeof(int)), Node);
        return bytes;
    }

    /// <summary>Reads a pointer; false where the bytes are none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out CanvasPointer pointer)
    {
        pointer = default;
        if (bytes.IsEmpty || bytes.Length != FixedBytes + bytes[0])
        {
            return false;
        }

        var queue = Encoding.Latin1.GetString(bytes.Slice(1, bytes[0]));
        pointer = new CanvasPointer(
            queue,
            new Guid(bytes.Slice(1 + bytes[0], 16), bigEndian: true),
            BinaryPrimitives.ReadInt32LittleEndian(bytes[^sizeof(int)..]));
        return WireNames.IsValid(queue);
    }
}

using System.Buffers.Binary;
using System.Text;
using TaskGen.Primitives;

namespace TaskGen.Brokers;

/// <summary>
/// Identifies the canvas node to which the end of a task is reported. The canvas and the task can be in different queues.
/// </summary>
/// <param name="Queue">The name of the queue of the canvas.</param>
/// <param name="Canvas">The id of the canvas.</param>
/// <param name="Node">The index of the node.</param>
internal readonly record struct CanvasPointer(string Queue, Guid Canvas, int Node)
{
    private const int FixedBytes = 1 + 16 + sizeof(int);

    /// <summary>
    /// Encodes the pointer as brokers store it: the length and the name of the queue, the id of the canvas, and the index of the node.
    /// Because of the length, several pointers can be stored one after another.
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

    /// <summary>Reads an encoded pointer.</summary>
    /// <returns><see langword="true"/> if the bytes are a valid pointer; otherwise, <see langword="false"/>.</returns>
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

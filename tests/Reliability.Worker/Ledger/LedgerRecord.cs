using System.Buffers.Binary;
using TaskGen;

namespace Reliability.Worker;

/// <summary>One line of a ledger, of a fixed size.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Reason">Why the token of the attempt was canceled, if it was by then.</param>
/// <param name="Attempt">The attempt.</param>
/// <param name="ProcessId">The process that ran it.</param>
/// <param name="Timestamp">The monotonic clock, which on one machine all processes share.</param>
/// <param name="Task">The task.</param>
/// <param name="Number">What the test knows the task by, where it gives out numbers.</param>
public readonly record struct LedgerRecord(
    LedgerEvent Event, StopReason Reason, int Attempt, int ProcessId, long Timestamp, Guid Task, int Number = 0)
{
    /// <summary>Bytes of each.</summary>
    public const int Size = 40;

    /// <summary>Reads one.</summary>
    public static LedgerRecord Read(ReadOnlySpan<byte> bytes) => new(
        (LedgerEvent)bytes[0],
        (StopReason)bytes[1],
        BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]),
        new Guid(bytes[24..Size]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]));

    /// <summary>Writes it.</summary>
    public void Write(Span<byte> bytes)
    {
        bytes[..Size].Clear();
        bytes[0] = (byte)Event;
        bytes[1] = (byte)Reason;
        BinaryPrimitives.WriteInt32LittleEndian(bytes[4..], Attempt);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], ProcessId);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], Number);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[16..], Timestamp);
        Task.TryWriteBytes(bytes[24..Size]);
    }
}

using System.Buffers.Binary;

namespace TaskGen.Serialization;

/// <summary>
/// Represents the header of an envelope: the 48 bytes before the body. It contains all fields that a broker reads or changes. Numbers are
/// little-endian. The first 20 bytes, the fence and the id, are the lease key. <c>docs/wire-format.md</c> describes the format.
/// </summary>
internal readonly record struct EnvelopeHeader
{
    public const int Size = 48;
    public const byte CurrentVersion = 1;

    private const int IdOffset = 4;
    private const int VersionOffset = 20;
    private const int PriorityOffset = 21;
    private const int CrashesOffset = 22;
    private const int FlagsOffset = 23;
    private const int AttemptsOffset = 24;
    private const int MaxAttemptsOffset = 26;
    private const int EnqueuedAtOffset = 28;
    private const int ExpiresAtOffset = 36;
    private const int DeferralsOffset = 44;

    /// <summary>
    /// The fencing number. It increases each time the task is returned to its queue, and the broker refuses writes with an older number.
    /// </summary>
    public uint Fence { get; init; }

    public Guid Id { get; init; }

    public byte Version { get; init; }

    public TaskPriority Priority { get; init; }

    /// <summary>The number of worker crashes that the task is suspected of having caused.</summary>
    public byte Crashes { get; init; }

    public EnvelopeFlags Flags { get; init; }

    /// <summary>The number of attempts that count toward the maximum.</summary>
    public ushort Attempts { get; init; }

    public ushort MaxAttempts { get; init; }

    /// <summary>The time of the dispatch, in milliseconds since 1970-01-01 UTC, according to the broker's clock.</summary>
    public long EnqueuedAtMs { get; init; }

    /// <summary>
    /// The time at which the task expires, in milliseconds since 1970-01-01 UTC, according to the broker's clock; 0 if it does not expire.
    /// </summary>
    public long ExpiresAtMs { get; init; }

    /// <summary>The number of times that the task was postponed because its wire name was unknown to a worker.</summary>
    public byte Deferrals { get; init; }

    /// <summary>Reads a header. Returns false if there are too few bytes. The values are not checked.</summary>
    public static bool TryRead(ReadOnlySpan<byte> envelope, out EnvelopeHeader header)
    {
        header = default;
        if (envelope.Length < Size)
        {
            return false;
        }

        header = new EnvelopeHeader
        {
            Fence = BinaryPrimitives.ReadUInt32LittleEndian(envelope),
            Id = new Guid(envelope.Slice(IdOffset, 16), bigEndian: true),
            Version = envelope[VersionOffset],
            Priority = (TaskPriority)envelope[PriorityOffset],
            Crashes = envelope[CrashesOffset],
            Flags = (EnvelopeFlags)envelope[FlagsOffset],
            Attempts = BinaryPrimitives.ReadUInt16LittleEndian(envelope[AttemptsOffset..]),
            MaxAttempts = BinaryPrimitives.ReadUInt16LittleEndian(envelope[MaxAttemptsOffset..]),
            EnqueuedAtMs = BinaryPrimitives.ReadInt64LittleEndian(envelope[EnqueuedAtOffset..]),
            ExpiresAtMs = BinaryPrimitives.ReadInt64LittleEndian(envelope[ExpiresAtOffset..]),
            Deferrals = envelope[DeferralsOffset],
        };
        return true;
    }

    /// <summary>Writes the header to the first <see cref="Size"/> bytes of an envelope.</summary>
    public void Write(Span<byte> envelope)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(envelope, Fence);
        Id.TryWriteBytes(envelope.Slice(IdOffset, 16), bigEndian: true, out _);
        envelope[VersionOffset] = Version;
        envelope[PriorityOffset] = (byte)Priority;
        envelope[CrashesOffset] = Crashes;
        envelope[FlagsOffset] = (byte)Flags;
        BinaryPrimitives.WriteUInt16LittleEndian(envelope[AttemptsOffset..], Attempts);
        BinaryPrimitives.WriteUInt16LittleEndian(envelope[MaxAttemptsOffset..], MaxAttempts);
        BinaryPrimitives.WriteInt64LittleEndian(envelope[EnqueuedAtOffset..], EnqueuedAtMs);
        BinaryPrimitives.WriteInt64LittleEndian(envelope[ExpiresAtOffset..], ExpiresAtMs);
        envelope[DeferralsOffset] = Deferrals;
        envelope.Slice(DeferralsOffset + 1, Size - DeferralsOffset - 1).Clear();
    }
}

using System.Buffers.Binary;

namespace TaskGen.Serialization;

/// <summary>
/// The fixed 48 bytes before the body of an envelope, little-endian: all that a broker reads or rewrites. <c>docs/wire-format.md</c> has
/// the table. The first 20 bytes, fence and id, are the lease key.
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

    /// <summary>Raised by every put-back; who shows an older one is refused.</summary>
    public uint Fence { get; init; }

    public Guid Id { get; init; }

    public byte Version { get; init; }

    public TaskPriority Priority { get; init; }

    /// <summary>How often a worker died while it held the task and the task is suspected.</summary>
    public byte Crashes { get; init; }

    public EnvelopeFlags Flags { get; init; }

    /// <summary>How many attempts have been counted.</summary>
    public ushort Attempts { get; init; }

    public ushort MaxAttempts { get; init; }

    /// <summary>Milliseconds since 1970, by the broker's clock.</summary>
    public long EnqueuedAtMs { get; init; }

    /// <summary>Milliseconds since 1970, by the broker's clock; 0: never.</summary>
    public long ExpiresAtMs { get; init; }

    /// <summary>How often a worker that did not know the name put it off.</summary>
    public byte Deferrals { get; init; }

    /// <summary>
    /// Reads a header. False where the bytes are too few to be one; whether its values make sense is for the holder to judge.
    /// </summary>
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

    /// <summary>Writes the header over the first <see cref="Size"/> bytes.</summary>
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

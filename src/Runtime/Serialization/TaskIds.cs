namespace TaskGen.Serialization;

/// <summary>
/// Creates task ids, which sort by their creation time. The id of a task without a record (its state and result are not stored) is a
/// version 8 UUID instead of a version 7 UUID. Therefore, if only the id is known, an error message can still explain why there is no
/// result.
/// </summary>
internal static class TaskIds
{
    private const int VersionByte = 6;

    public static Guid New(TimeProvider time, bool hasRecord)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        if (hasRecord)
        {
            return id;
        }

        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[VersionByte] = (byte)(0x80 | (bytes[VersionByte] & 0x0F));
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Determines whether the id belongs to a task without a record.</summary>
    public static bool KeepsNoRecord(Guid id) => id.Version == 8;
}

namespace TaskGen.Serialization;

/// <summary>
/// Makes ids, in the order of their making. A task that keeps no record has a version 8 UUID instead of a version 7 one, so that whoever
/// asks for its result by id alone can be told why there is none.
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

    /// <summary>Whether the id says of itself that nothing is kept under it.</summary>
    public static bool KeepsNoRecord(Guid id) => id.Version == 8;
}

using TaskGen.Serialization;

namespace TaskGen.Dispatch;

/// <summary>
/// Converts a <see cref="DispatchTemplate"/> to bytes and back, as part of a stored canvas task. The name and the headers are at the start
/// of the bytes, and the other properties are at the end. The queue is not written, because it is part of the task id. A new property must
/// be added at the very end, where older versions ignore it. If the bytes end before this property, an older version wrote them, and the
/// property must be set to its default.
/// </summary>
internal static class DispatchTemplateCodec
{
    private const long Absent = -1;

    public static void WriteStart(BinaryWriter writer, DispatchTemplate template)
    {
        writer.Write(template.Name);
        writer.Write(template.Headers.Count);
        foreach (var (key, value) in template.Headers)
        {
            writer.Write(key);
            writer.Write(value);
        }
    }

    public static void WriteEnd(BinaryWriter writer, DispatchTemplate template)
    {
        writer.Write((byte)template.Flags);
        writer.Write((byte)template.Priority);
        writer.Write(template.MaxAttempts);
        writer.Write(template.RecordTtl.Ticks);
        writer.Write(template.KeyTtl.Ticks);
        writer.Write(template.Delay?.Ticks ?? Absent);
        writer.Write(template.NotBefore?.UtcTicks ?? Absent);
        writer.Write(template.ExpiresAfter?.Ticks ?? Absent);
        writer.Write(template.ExpiresAt?.UtcTicks ?? Absent);
        writer.Write(template.AtFront);
    }

    /// <summary>Reads the bytes that <see cref="WriteStart"/> wrote.</summary>
    public static (string Name, IReadOnlyDictionary<string, string> Headers) ReadStart(BinaryReader reader)
    {
        var name = reader.ReadString();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            headers[reader.ReadString()] = reader.ReadString();
        }

        return (name, headers);
    }

    /// <summary>Reads the bytes that <see cref="WriteEnd"/> wrote and creates the template.</summary>
    public static DispatchTemplate ReadEnd(
        BinaryReader reader, string queue, string name, IReadOnlyDictionary<string, string> headers) => new()
    {
        Name = name,
        Queue = queue,
        Headers = headers,
        Flags = (EnvelopeFlags)reader.ReadByte(),
        Priority = (TaskPriority)reader.ReadByte(),
        MaxAttempts = reader.ReadInt32(),
        RecordTtl = new TimeSpan(reader.ReadInt64()),
        KeyTtl = new TimeSpan(reader.ReadInt64()),
        Delay = ReadSpan(reader),
        NotBefore = ReadTime(reader),
        ExpiresAfter = ReadSpan(reader),
        ExpiresAt = ReadTime(reader),
        AtFront = reader.ReadBoolean(),
    };

    private static TimeSpan? ReadSpan(BinaryReader reader) => reader.ReadInt64() is >= 0 and var ticks ? new TimeSpan(ticks) : null;

    private static DateTimeOffset? ReadTime(BinaryReader reader) =>
        reader.ReadInt64() is >= 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}

using System.Text;

namespace TaskGen;

/// <summary>The bytes of a <see cref="CanvasTask"/>. Brokers keep them as they are.</summary>
internal static class CanvasTaskCodec
{
    private const byte Version = 1;
    private const long Absent = -1;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(CanvasTask task)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, StrictUtf8);
        writer.Write(Version);
        writer.Write(task.Id.ToString());
        writer.Write(task.Name);
        writer.Write(task.Headers.Count);
        foreach (var (key, value) in task.Headers)
        {
            writer.Write(key);
            writer.Write(value);
        }

        writer.Write(task.Arguments.Length);
        writer.Write(task.Arguments.Span);
        Write(writer, task.InputName);
        writer.Write(task.HasArgumentKey);
        writer.Write(task.KeyName);
        Write(writer, task.KeyArguments);
        Write(writer, task.InputDefault);
        Write(writer, task.IdempotencyKey);
        writer.Write((byte)task.Flags);
        writer.Write((byte)task.Priority);
        writer.Write(task.MaxAttempts);
        writer.Write(task.RecordTtl.Ticks);
        writer.Write(task.KeyTtl.Ticks);
        writer.Write(task.Delay?.Ticks ?? Absent);
        writer.Write(task.NotBefore?.UtcTicks ?? Absent);
        writer.Write(task.ExpiresAfter?.Ticks ?? Absent);
        writer.Write(task.ExpiresAt?.UtcTicks ?? Absent);
        writer.Write(task.AtFront);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are none of these.</exception>
    public static CanvasTask Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray(), writable: false), StrictUtf8);
        try
        {
            return reader.ReadByte() == Version ? Read(reader) : throw new InvalidDataException("The task of a canvas is of another version.");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException("The task of a canvas cannot be read.", exception);
        }
    }

    private static CanvasTask Read(BinaryReader reader) => new()
    {
        Id = TaskId.Parse(reader.ReadString()),
        Name = reader.ReadString(),
        Headers = ReadHeaders(reader),
        Arguments = reader.ReadBytes(reader.ReadInt32()),
        InputName = ReadText(reader),
        HasArgumentKey = reader.ReadBoolean(),
        KeyName = reader.ReadString(),
        KeyArguments = ReadBytes(reader),
        InputDefault = ReadBytes(reader),
        IdempotencyKey = ReadText(reader),
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

    private static Dictionary<string, string> ReadHeaders(BinaryReader reader)
    {
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            headers[reader.ReadString()] = reader.ReadString();
        }

        return headers;
    }

    private static void Write(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static void Write(BinaryWriter writer, ReadOnlyMemory<byte>? bytes)
    {
        writer.Write(bytes is not null);
        if (bytes is { } some)
        {
            writer.Write(some.Length);
            writer.Write(some.Span);
        }
    }

    private static ReadOnlyMemory<byte>? ReadBytes(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadBytes(reader.ReadInt32()) : default(ReadOnlyMemory<byte>?);

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static TimeSpan? ReadSpan(BinaryReader reader) => reader.ReadInt64() is >= 0 and var ticks ? new TimeSpan(ticks) : null;

    private static DateTimeOffset? ReadTime(BinaryReader reader) => reader.ReadInt64() is >= 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
}

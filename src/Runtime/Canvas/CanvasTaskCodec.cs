using System.Text;
using TaskGen.Dispatch;

namespace TaskGen.Canvases;

/// <summary>Converts a <see cref="CanvasTask"/> to bytes and back. Brokers store the bytes unchanged.</summary>
internal static class CanvasTaskCodec
{
    private const byte Version = 1;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Write(CanvasTask task)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes, StrictUtf8);
        writer.Write(Version);
        writer.Write(task.TaskId.ToString());
        DispatchTemplateCodec.WriteStart(writer, task.Template);
        writer.Write(task.Arguments.Length);
        writer.Write(task.Arguments.Span);
        Write(writer, task.InputName);
        writer.Write(task.HasArgumentKey);
        writer.Write(task.KeyName);
        Write(writer, task.KeyArguments);
        Write(writer, task.InputDefault);
        Write(writer, task.IdempotencyKey);
        DispatchTemplateCodec.WriteEnd(writer, task.Template);
        writer.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not a valid canvas task.</exception>
    public static CanvasTask Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray(), writable: false), StrictUtf8);
        try
        {
            return reader.ReadByte() == Version
                ? Read(reader)
                : throw new InvalidDataException("The stored data of a canvas task was written by an incompatible version of TaskGen.");
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or FormatException)
        {
            throw new InvalidDataException(
                "The stored data of a canvas task is not valid. It is corrupt or was written by an incompatible version of TaskGen.",
                exception);
        }
    }

    // Object initializers run in the order of the source code, which must be the order of the bytes.
    private static CanvasTask Read(BinaryReader reader)
    {
        var id = TaskId.Parse(reader.ReadString());
        var (name, headers) = DispatchTemplateCodec.ReadStart(reader);
        return new CanvasTask
        {
            Id = id.Value,
            Arguments = reader.ReadBytes(reader.ReadInt32()),
            InputName = ReadText(reader),
            HasArgumentKey = reader.ReadBoolean(),
            KeyName = reader.ReadString(),
            KeyArguments = ReadBytes(reader),
            InputDefault = ReadBytes(reader),
            IdempotencyKey = ReadText(reader),
            Template = DispatchTemplateCodec.ReadEnd(reader, id.Queue, name, headers),
        };
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

    private static ReadOnlyMemory<byte>? ReadBytes(BinaryReader reader) =>
        reader.ReadBoolean() ? reader.ReadBytes(reader.ReadInt32()) : default(ReadOnlyMemory<byte>?);

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}

using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using StackExchange.Redis;
using TaskGen.Primitives;

namespace TaskGen.Brokers.Redis;

/// <summary>
/// Reads the deliveries that the script <c>deliver.lua</c> returns. The first byte of a delivery's key is the kind of the delivery.
/// </summary>
internal static class DeliveryReader
{
    private const byte Start = (byte)'S';
    private const byte Cancel = (byte)'C';
    private const int IdLength = 16;
    private const int NodeKeyLength = 1 + IdLength + sizeof(int);

    /// <summary>
    /// Reads a delivery from the reply of the script. Returns <see langword="null"/> if the entry is not a valid delivery.
    /// </summary>
    public static Delivery? Read(RedisResult taken, out ReadOnlyMemory<byte> key)
    {
        var values = (RedisValue[])taken!;
        key = (byte[])values[0]!;
        return key.Span[0] switch
        {
            Start when key.Length == NodeKeyLength => new StartDelivery(
                key, Canvas(key), Node(key), Bytes(values[1]), values[2].IsNull ? default(ReadOnlyMemory<byte>?) : Bytes(values[2])),
            Cancel when key.Length == NodeKeyLength =>
                new CancelDelivery(key, Canvas(key), Node(key), Bytes(values[1]), ScriptReplies.Text(values[2])),
            _ => CanvasPointer.TryRead(key.Span[1..], out var pointer) && Ended(Bytes(values[1])) is { } record
                ? new ReportDelivery(key, pointer, record)
                : null,
        };
    }

    private static Guid Canvas(ReadOnlyMemory<byte> key) => new(key.Span.Slice(1, IdLength), bigEndian: true);

    private static int Node(ReadOnlyMemory<byte> key) => BinaryPrimitives.ReadInt32BigEndian(key.Span[(1 + IdLength)..]);

    private static ReadOnlyMemory<byte> Bytes(RedisValue value) => value.IsNullOrEmpty ? default : (byte[])value!;

    // The content of a report: id, then state, name, attempt, result, failure, and reason, each preceded by its length.
    private static TaskRecord? Ended(ReadOnlyMemory<byte> content)
    {
        var rest = content.Length < IdLength ? default : content[IdLength..];
        Span<Range> parts = stackalloc Range[6];
        var at = 0;
        for (var index = 0; index < parts.Length; index++)
        {
            if (rest.Length - at < sizeof(int))
            {
                return null;
            }

            var length = BinaryPrimitives.ReadInt32LittleEndian(rest.Span[at..]);
            at += sizeof(int);
            if (length < 0 || length > rest.Length - at)
            {
                return null;
            }

            parts[index] = at..(at + length);
            at += length;
        }

        if (!TryNumber(rest[parts[0]], out var state) || !((TaskState)state).IsEnd())
        {
            return null;
        }

        TryNumber(rest[parts[2]], out var attempt);
        return new TaskRecord
        {
            Id = new Guid(content.Span[..IdLength], bigEndian: true),
            Name = Encoding.UTF8.GetString(rest[parts[1]].Span),
            State = (TaskState)state,
            Attempt = attempt,
            MaxAttempts = 1,
            EnqueuedAt = default,
            Result = rest[parts[3]],
            Failure = rest[parts[4]],
            Reason = ScriptReplies.Text((RedisValue)rest[parts[5]]),
        };
    }

    private static bool TryNumber(ReadOnlyMemory<byte> text, out int number) =>
        int.TryParse(text.Span, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

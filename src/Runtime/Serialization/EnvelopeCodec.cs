using System.Buffers.Binary;
using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using TaskGen.Primitives;

namespace TaskGen.Serialization;

/// <summary>
/// Encodes and decodes envelopes. An envelope consists of a header and a body, which is written once and never changed. The body contains
/// the wire name, the headers, and the JSON arguments. <c>docs/wire-format.md</c> describes the format.
/// </summary>
internal static class EnvelopeCodec
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly long LastMs = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    public static byte[] Encode(
        in EnvelopeHeader header, string name, IReadOnlyDictionary<string, string> headers, ReadOnlySpan<byte> arguments)
    {
        var envelope = new byte[EnvelopeHeader.Size + 1 + name.Length + sizeof(ushort) + HeaderBytes(headers) + arguments.Length];
        header.Write(envelope);
        var rest = envelope.AsSpan(EnvelopeHeader.Size);
        rest[0] = (byte)name.Length;
        Encoding.ASCII.GetBytes(name, rest[1..]);
        rest = rest[(1 + name.Length)..];
        BinaryPrimitives.WriteUInt16LittleEndian(rest, (ushort)headers.Count);
        rest = rest[sizeof(ushort)..];
        foreach (var (key, value) in headers)
        {
            WriteText(ref rest, key);
            WriteText(ref rest, value);
        }

        arguments.CopyTo(rest);
        return envelope;
    }

    /// <summary>Returns the number of bytes that the headers occupy in an envelope.</summary>
    public static int HeaderBytes(IReadOnlyDictionary<string, string> headers)
    {
        var bytes = 0;
        foreach (var (key, value) in headers)
        {
            bytes += (2 * sizeof(ushort)) + StrictUtf8.GetByteCount(key) + StrictUtf8.GetByteCount(value);
        }

        return bytes;
    }

    /// <summary>
    /// Decodes an envelope. If the bytes are not a valid envelope, returns false and the problem. The method never throws an exception.
    /// </summary>
    public static bool TryDecode(ReadOnlyMemory<byte> bytes, out TaskEnvelope envelope, [NotNullWhen(false)] out string? problem)
    {
        envelope = default;
        if (!EnvelopeHeader.TryRead(bytes.Span, out var header))
        {
            problem = $"the envelope has {bytes.Length} bytes, fewer than the {EnvelopeHeader.Size} bytes of a header";
            return false;
        }

        if (header.Version != EnvelopeHeader.CurrentVersion)
        {
            problem = $"the envelope has version {header.Version}, but this worker reads version {EnvelopeHeader.CurrentVersion}";
            return false;
        }

        if (header.MaxAttempts == 0 || header.Id == Guid.Empty || header.ExpiresAtMs < 0)
        {
            problem = "the envelope header contains an empty id, a maximum of 0 attempts, or a negative expiration time";
            return false;
        }

        if (header.EnqueuedAtMs < 0 || header.EnqueuedAtMs > LastMs)
        {
            problem = "the envelope header contains an invalid dispatch time";
            return false;
        }

        var rest = bytes[EnvelopeHeader.Size..];
        if (!TryReadName(ref rest, out var name) || !TryReadHeaders(ref rest, out var headers))
        {
            problem = "the task name or the headers in the envelope cannot be read";
            return false;
        }

        envelope = new TaskEnvelope(header, name, headers, rest);
        problem = null;
        return true;
    }

    private static void WriteText(ref Span<byte> rest, string text)
    {
        var length = StrictUtf8.GetBytes(text, rest[sizeof(ushort)..]);
        BinaryPrimitives.WriteUInt16LittleEndian(rest, (ushort)length);
        rest = rest[(sizeof(ushort) + length)..];
    }

    private static bool TryReadName(ref ReadOnlyMemory<byte> rest, out string name)
    {
        name = "";
        var span = rest.Span;
        if (span.IsEmpty || span.Length < 1 + span[0])
        {
            return false;
        }

        name = Encoding.Latin1.GetString(span.Slice(1, span[0]));
        rest = rest[(1 + span[0])..];
        return WireNames.IsValid(name);
    }

    private static bool TryReadHeaders(ref ReadOnlyMemory<byte> rest, out IReadOnlyDictionary<string, string> headers)
    {
        headers = FrozenDictionary<string, string>.Empty;
        if (rest.Length < sizeof(ushort))
        {
            return false;
        }

        var count = BinaryPrimitives.ReadUInt16LittleEndian(rest.Span);
        rest = rest[sizeof(ushort)..];
        if (count == 0)
        {
            return true;
        }

        // Each header occupies at least the bytes of its two length fields. A higher count is rejected before memory is allocated for it.
        if (count * 2 * sizeof(ushort) > rest.Length)
        {
            return false;
        }

        var read = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            if (!TryReadText(ref rest, out var key) || !TryReadText(ref rest, out var value) || !read.TryAdd(key, value))
            {
                return false;
            }
        }

        headers = read;
        return true;
    }

    private static bool TryReadText(ref ReadOnlyMemory<byte> rest, out string text)
    {
        text = "";
        if (rest.Length < sizeof(ushort))
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt16LittleEndian(rest.Span);
        if (rest.Length < sizeof(ushort) + length)
        {
            return false;
        }

        try
        {
            text = StrictUtf8.GetString(rest.Span.Slice(sizeof(ushort), length));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        rest = rest[(sizeof(ushort) + length)..];
        return true;
    }
}

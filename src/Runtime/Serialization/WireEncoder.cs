using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace TaskGen.Serialization;

/// <summary>
/// Escapes only those characters in JSON strings that must be escaped: quotation marks, backslashes, and control characters. The JSON of
/// TaskGen is never inserted into HTML as a string, so the additional escapes of the default encoder would only make it larger. The relaxed
/// encoder of .NET escapes all characters outside the Basic Multilingual Plane, such as emoji, and some spaces.
/// </summary>
internal sealed class WireEncoder : JavaScriptEncoder
{
    private const int EscapeLength = 6;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Controls(), (byte)'"', (byte)'\\']);

    private static readonly SearchValues<char> EscapedOrSurrogate = SearchValues.Create(
        [
            .. Controls().Select(static control => (char)control),
            '"',
            '\\',
            .. Enumerable.Range(0xD800, 0x800).Select(static code => (char)code),
        ]);

    private WireEncoder()
    {
    }

    /// <summary>The encoder of everything that is sent or stored.</summary>
    public static WireEncoder Instance { get; } = new();

    /// <summary>The options of a writer with this encoder.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = Instance };

    // An ill-formed surrogate is the longest: one character becomes the escape sequence of U+FFFD.
    public override int MaxOutputCharactersPerInputCharacter => EscapeLength;

    public override bool WillEncode(int unicodeScalar) => unicodeScalar is < ' ' or '"' or '\\';

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength) =>
        IndexOfEscape(new ReadOnlySpan<char>(text, textLength));

    public override int FindFirstCharacterToEncodeUtf8(ReadOnlySpan<byte> utf8Text) =>
        Utf8.IsValid(utf8Text) ? utf8Text.IndexOfAny(Escaped) : base.FindFirstCharacterToEncodeUtf8(utf8Text);

    public override unsafe bool TryEncodeUnicodeScalar(
        int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        TryEscape(unicodeScalar, new Span<char>(buffer, bufferLength), out numberOfCharactersWritten);

    // The base class copies one character after another.
    public override OperationStatus Encode(
        ReadOnlySpan<char> source, Span<char> destination, out int charsConsumed, out int charsWritten, bool isFinalBlock = true)
    {
        (charsConsumed, charsWritten) = (0, 0);
        while (charsConsumed < source.Length)
        {
            var rest = source[charsConsumed..];
            var run = IndexOfEscape(rest) is >= 0 and var index ? index : rest.Length;
            if (run > 0)
            {
                var fits = Math.Min(run, destination.Length - charsWritten);
                if (fits < run && fits > 0 && char.IsHighSurrogate(rest[fits - 1]))
                {
                    fits--;
                }

                rest[..fits].CopyTo(destination[charsWritten..]);
                charsConsumed += fits;
                charsWritten += fits;
                if (fits < run)
                {
                    return OperationStatus.DestinationTooSmall;
                }

                continue;
            }

            var status = Rune.DecodeFromUtf16(rest, out var rune, out var length);
            if (status == OperationStatus.NeedMoreData && !isFinalBlock)
            {
                return status;
            }

            // The rune is U+FFFD if the surrogate is ill-formed.
            if (!TryEscape(rune.Value, destination[charsWritten..], out var written))
            {
                return OperationStatus.DestinationTooSmall;
            }

            charsConsumed += length;
            charsWritten += written;
        }

        return OperationStatus.Done;
    }

    private static byte[] Controls() => [.. Enumerable.Range(0, ' ').Select(static code => (byte)code)];

    private static int IndexOfEscape(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (text[start..].IndexOfAny(EscapedOrSurrogate) is >= 0 and var offset)
        {
            var index = start + offset;
            if (index + 1 >= text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
            {
                return index;
            }

            start = index + 2;
        }

        return -1;
    }

    private static bool TryEscape(int unicodeScalar, Span<char> destination, out int written)
    {
        var brief = unicodeScalar switch
        {
            '"' => '"',
            '\\' => '\\',
            '\b' => 'b',
            '\f' => 'f',
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            _ => default,
        };
        written = brief == default ? EscapeLength : 2;
        if (destination.Length < written)
        {
            written = 0;
            return false;
        }

        destination[0] = '\\';
        if (brief != default)
        {
            destination[1] = brief;
            return true;
        }

        // Only control characters and U+FFFD are escaped in this form, so four digits are enough.
        destination[1] = 'u';
        return unicodeScalar.TryFormat(destination[2..], out _, "X4", CultureInfo.InvariantCulture);
    }
}

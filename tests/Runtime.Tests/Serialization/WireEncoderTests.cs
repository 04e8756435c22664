using System.Buffers;
using System.Text;
using System.Text.Json;
using TaskGen.Serialization;

namespace TaskGen.Tests.Serialization;

public sealed class WireEncoderTests
{
    [Fact]
    public void Each_character_is_read_as_it_was_written_and_only_what_JSON_requires_is_escaped()
    {
        foreach (var rune in Enumerable.Range(0, 0x11_0000).Where(Rune.IsValid).Select(static code => new Rune(code)))
        {
            var text = $"a{rune}b";
            var json = Write(text);
            Assert.Equal(text, JsonSerializer.Deserialize<string>(json));
            var isEscaped = rune.Value is < ' ' or '"' or '\\';
            Assert.Equal(isEscaped, json.Contains((byte)'\\'));
            Assert.True(isEscaped || json.Length == Encoding.UTF8.GetByteCount(text) + 2, $"U+{rune.Value:X4} has {json.Length} bytes");
        }
    }

    [Theory]
    [InlineData("\n\t\r\b\f\u0000\"\\/<>&'+", "\\n\\t\\r\\b\\f\\u0000\\\"\\\\/<>&'+")]
    [InlineData("\ufffd", "\ufffd")]
    [InlineData("", "")]
    public void Texts_are_escaped_as_follows(string text, string expected)
    {
        Assert.Equal($"\"{expected}\"", Encoding.UTF8.GetString(Write(text)));
        Assert.Equal(expected, WireEncoder.Instance.Encode(text));
    }

    [Fact]
    public void An_unpaired_surrogate_is_the_only_escaped_replacement_character()
    {
        // Not in attributes, which cannot hold such text.
        Texts_are_escaped_as_follows("\ud83d", "\\uFFFD");
        Texts_are_escaped_as_follows("a\ude00b", "a\\uFFFDb");
        Texts_are_escaped_as_follows("\ud83d\ud83d\ude00\ude00", "\\uFFFD😀\\uFFFD");
    }

    [Fact]
    public void A_text_is_the_same_in_pieces_of_any_size()
    {
        const string Text = "日本\u3000語😀\"quoted\"\n😀😀\\ end \u0001\u001f";
        var expected = WireEncoder.Instance.Encode(Text);
        for (var size = 6; size <= expected.Length; size++)
        {
            var whole = new StringBuilder();
            var rest = Text.AsSpan();
            var piece = new char[size];
            OperationStatus status;
            do
            {
                status = WireEncoder.Instance.Encode(rest, piece, out var consumed, out var written);
                Assert.True(consumed > 0);
                whole.Append(piece.AsSpan(0, written));
                rest = rest[consumed..];
            }
            while (status == OperationStatus.DestinationTooSmall);

            Assert.Equal((OperationStatus.Done, expected), (status, whole.ToString()));
        }
    }

    [Fact]
    public void A_pair_that_is_cut_between_two_pieces_waits_for_its_other_half()
    {
        var piece = new char[10];
        var status = WireEncoder.Instance.Encode("a\ud83d", piece, out var consumed, out var written, isFinalBlock: false);
        Assert.Equal((OperationStatus.NeedMoreData, 1, 1), (status, consumed, written));
    }

    [Fact]
    public void Text_that_is_copied_from_other_JSON_is_escaped_alike()
    {
        using var document = JsonDocument.Parse("""["\u4e2d\ud83d\ude00\u0022\u003c\ufffd","中😀\"<","\n中"]""");
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WireEncoder.WriterOptions))
        {
            document.RootElement.WriteTo(writer);
        }

        Assert.Equal("""["中😀\"<�","中😀\"<","\n中"]""", Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    private static byte[] Write(string text)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WireEncoder.Instance });
        writer.WriteStringValue(text);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}

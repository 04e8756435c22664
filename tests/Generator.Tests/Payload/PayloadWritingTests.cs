using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskGen;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace Generator.Tests.Payload;

/// <summary>Arguments arrive as they were, or are refused where they are dispatched.</summary>
public sealed class PayloadWritingTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    [Fact]
    public void Every_plain_type_arrives_as_it_was()
    {
        Arrives(PayloadValue.Boolean, true, "true");
        Arrives(PayloadValue.Boolean, false, "false");
        Arrives(PayloadValue.Byte, byte.MaxValue, "255");
        Arrives(PayloadValue.SByte, sbyte.MinValue, "-128");
        Arrives(PayloadValue.Int16, short.MinValue, "-32768");
        Arrives(PayloadValue.UInt16, ushort.MaxValue, "65535");
        Arrives(PayloadValue.Int32, int.MinValue, "-2147483648");
        Arrives(PayloadValue.UInt32, uint.MaxValue, "4294967295");
        Arrives(PayloadValue.Int64, long.MinValue, "-9223372036854775808");
        Arrives(PayloadValue.UInt64, ulong.MaxValue, "18446744073709551615");
        Arrives(PayloadValue.Single, float.Epsilon, "1E-45");
        Arrives(PayloadValue.Double, double.MaxValue, "1.7976931348623157E+308");
        Arrives(PayloadValue.Double, 0.1, "0.1");
        Arrives(PayloadValue.Decimal, decimal.MaxValue, "79228162514264337593543950335");
        Arrives(PayloadValue.Decimal, 1.10M, "1.10");
        Arrives(PayloadValue.Char, '\0', "\"\\u0000\"");
        Arrives(PayloadValue.String, "a\0\"\uFFFD\U0001F600", "\"a\\u0000\\u0022\\uFFFD\\uD83D\\uDE00\"");
        Arrives(PayloadValue.Guid, new Guid(1, 2, 3, new byte[8]), "\"00000001-0002-0003-0000-000000000000\"");
        Arrives(PayloadValue.DateTime, new DateTime(1, DateTimeKind.Utc), "\"0001-01-01T00:00:00.0000001Z\"");
        Arrives(
            PayloadValue.DateTimeOffset, new DateTimeOffset(2000, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3)), "\"2000-01-02T03:04:05-03:00\"");
        Arrives(PayloadValue.DateOnly, DateOnly.MaxValue, "\"9999-12-31\"");
        Arrives(PayloadValue.TimeOnly, TimeOnly.MaxValue, "\"23:59:59.9999999\"");
        Arrives(PayloadValue.TimeOnly, new TimeOnly(1, 2, 3), "\"01:02:03\"");
        Arrives(PayloadValue.TimeSpan, TimeSpan.MinValue, "\"-10675199.02:48:05.4775808\"");
        Arrives(PayloadValue.Bytes, [1, 2, 255], "\"AQL/\"");
        Arrives(PayloadValue.Uri, new Uri("a/b?c", UriKind.Relative), "\"a/b?c\"");
        Arrives(PayloadValue.NoResult, default, "null");
        Arrives(PayloadValue.Enum<DayOfWeek, int>(PayloadValue.Int32), (DayOfWeek)(-5), "-5");
        Arrives(PayloadValue.Nullable(PayloadValue.Int32), null, "null");
        Arrives(PayloadValue.Array(PayloadValue.OrNull(PayloadValue.String)), [null, "a"], "[null,\"a\"]");
        Arrives(PayloadValue.Collection<IReadOnlyList<int>, int>(PayloadValue.Int32), [1, 2], "[1,2]");
        Arrives(PayloadValue.Json<JsonElement>(), JsonElement.Parse("null"), "null");
    }

    [Fact]
    public void What_json_cannot_hold_is_refused_by_name()
    {
        Refused(PayloadValue.Double, double.NaN, "'x' is NaN or infinity");
        Refused(PayloadValue.Single, float.NegativeInfinity, "'x' is NaN or infinity");
        Refused(PayloadValue.String, "secret\uD800", "'x' contains an unpaired surrogate");
        Refused(PayloadValue.String, "\uDC00\uD800", "'x' contains an unpaired surrogate");
        Refused(PayloadValue.Char, '\uDFFF', "'x' contains an unpaired surrogate");
        Refused(PayloadValue.String, null!, "'x' must not be null");
        using var nothing = JsonDocument.Parse("null");
        Refused(PayloadValue.Json<JsonDocument>(), nothing, "'x' must not be null");
        Refused(PayloadValue.Array(PayloadValue.String), ["a", null!], "'x[1]' must not be null");
        Refused(PayloadValue.Array(PayloadValue.Array(PayloadValue.Double)), [[], [0, double.NaN]], "'x[1][1]' is NaN");
        Refused(PayloadValue.Json<Node>(), new Node { Text = "secret\uD800" }, "'x.Text' contains an unpaired surrogate");
        Refused(PayloadValue.Json<Dictionary<string, int>>(), new() { ["\uDC00"] = 1 }, "'x' contains an unpaired surrogate");
        Refused(PayloadValue.Json<Node>(), new Node { Number = double.NaN }, "'x.Number' cannot be written as JSON");
        Refused(PayloadValue.Json<JsonElement>(), default, "'x' cannot be written as JSON");
        Refused(PayloadValue.Json<Action>(), static () => { }, "'x' cannot be written as JSON");
    }

    [Fact]
    public void The_replacement_character_is_a_character_like_any_other()
    {
        Arrives(PayloadValue.Json<Node>(), new Node { Text = "\uFFFD" }, "{\"Text\":\"\uFFFD\",\"Number\":0,\"Next\":null}");
        Arrives(PayloadValue.Json<Node>(), new Node { Text = @"\uFFFD\\uFFFD" }, """{"Text":"\\uFFFD\\\\uFFFD","Number":0,"Next":null}""");
    }

    [Fact]
    public void Depth_ends_at_32_and_cycles_with_it()
    {
        var node = new Node();
        for (var level = 0; level < 30; level++)
        {
            node = new Node { Next = node };
        }

        Assert.NotEmpty(Write(PayloadValue.Json<Node>(), node));
        Refused(PayloadValue.Json<Node>(), new Node { Next = node }, "'x' is nested deeper than 32 levels");
        var cycle = new Node();
        cycle.Next = cycle;
        Refused(PayloadValue.Json<Node>(), cycle, "'x' is nested deeper than 32 levels");
        Refused(PayloadValue.Array(PayloadValue.Json<Node>()), [node], "'x[0]' is nested deeper than 32 levels");
    }

    [Fact]
    public void A_key_names_what_differs_from_its_default()
    {
        var parameter = new PayloadParameter<int[]>("x", PayloadValue.Array(PayloadValue.Int32), [1]);
        Assert.Equal("{}", Write((writer) => parameter.WriteKey(writer, [1], Options)));
        Assert.Equal("""{"x":null}""", Write((writer) => parameter.WriteKey(writer, [2], Options)));
        var required = new PayloadParameter<int>("x", PayloadValue.Int32);
        Assert.Equal("""{"x":null}""", Write((writer) => required.WriteKey(writer, 0, Options)));
    }

    [Fact]
    public void Results_may_be_null_and_failures_say_what_is_wrong()
    {
        var reader = new Utf8JsonReader("null"u8);
        Assert.Null(PayloadValue.String.ReadResult(ref reader, Options));
        Assert.Throws<InvalidOperationException>(() => Write(writer => PayloadValue.Double.WriteResult(writer, double.NaN, Options)));
        Assert.Contains("must be a whole number", Assert.Throws<TaskGenException>(static () =>
        {
            var bad = new Utf8JsonReader("\"secret\""u8);
            PayloadValue.Int32.ReadResult(ref bad, Options);
        }).Message, StringComparison.Ordinal);
    }

    private static void Arrives<T>(PayloadValue<T> value, T argument, string json)
    {
        var written = Write(value, argument);
        Assert.Equal($"{{\"x\":{json}}}", written);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        var read = value.Read(ref reader, Options);
        Assert.True(PayloadEquality.Equals(argument, read), $"{argument} became {read}.");
    }

    private static void Refused<T>(PayloadValue<T> value, T argument, string problem)
    {
        var exception = Assert.Throws<TaskArgumentException>(() => Write(value, argument));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
    }

    private static string Write<T>(PayloadValue<T> value, T argument) =>
        Write(writer => new PayloadParameter<T>("x", value).Write(writer, argument, Options));

    private static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = PayloadCodec.MaxDepth }))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public sealed record Node
    {
        public string? Text { get; set; }

        public double Number { get; set; }

        public Node? Next { get; set; }
    }
}

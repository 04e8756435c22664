using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TaskGen;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace Generator.Tests.Payload;

/// <summary>Bad payloads: every problem is named, no value is repeated, and nothing but the declared exception gets out.</summary>
public sealed class PayloadReadingTests
{
    private static readonly JsonSerializerOptions Options = new() { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    private static readonly PayloadParameter<string> Text = new("text", PayloadValue.String);
    private static readonly PayloadParameter<int> Number = new("number", PayloadValue.Int32, 7);
    private static readonly PayloadParameter<double?> Ratio = new("ratio", PayloadValue.Nullable(PayloadValue.Double), null);
    private static readonly PayloadParameter<int[][]> Rows = new("größe", PayloadValue.Array(PayloadValue.Array(PayloadValue.Int32)), []);
    private static readonly PayloadParameter<Person?> Who = new("who", PayloadValue.OrNull(PayloadValue.Json<Person>()), null);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("secret")]
    [InlineData("""{"text":"secret" """)]
    [InlineData("""{"text":"secret","number":}""")]
    [InlineData("""{"text":"secret",}""")]
    [InlineData("{\"text\":\"a\u0000secret\"}")]
    [InlineData("\uFEFF{}")]
    [InlineData("""{"text":"a" /* secret */}""")]
    public void What_is_not_json_is_refused(string json) => Refused(json, "not valid JSON");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("\"secret\"")]
    [InlineData("""[{"text":"secret"}]""")]
    public void What_is_no_object_is_refused(string json) => Refused(json, "must be one JSON object");

    [Fact]
    public void Utf16_is_refused() => Refused(Encoding.Unicode.GetBytes("""{"text":"a"}"""), "not valid JSON");

    [Fact]
    public void Invalid_utf8_is_refused() =>
        Refused([.. """{"text":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}'], "'text' contains text that is not valid Unicode");

    [Theory]
    [InlineData(31, true)]
    [InlineData(32, false)]
    [InlineData(64, false)]
    [InlineData(65, false)]
    [InlineData(100_000, false)]
    public void Depth_ends_at_32(int arrays, bool fits)
    {
        var json = $$"""{"text":"a","unknown":{{new string('[', arrays)}}{{new string(']', arrays)}}}""";
        if (fits)
        {
            Assert.Equal("a", Read(json).Text);
        }
        else
        {
            Refused(json, "at most 32 levels");
        }
    }

    [Fact]
    public void A_hundred_thousand_properties_are_passed_over() =>
        Assert.Equal(
            "a", Read($$"""{{{string.Concat(Enumerable.Range(0, 100_000).Select(static n => $"\"p{n}\":{n},"))}}"text":"a"}""").Text);

    [Fact]
    public void A_hundred_thousand_duplicates_are_one_problem()
    {
        var exception = Refused(
            $$"""{{{string.Concat(Enumerable.Range(0, 100_000).Select(static n => "\"number\":1,"))}}"text":"a"}""",
            "'number' appears more than once");
        Assert.Single(exception.Errors);
    }

    [Fact]
    public void All_problems_are_said_at_once()
    {
        var exception = Refused(
            """{"number":"secret","ratio":true,"größe":[[1],[2,"secret"]],"who":{"Name":5},"number":2}""", "'text' is missing");
        Assert.Equal(
            [
                "'number' must be a whole number between -2147483648 and 2147483647",
                "'ratio' must be a number within the range of double",
                "'größe[1][1]' must be a whole number between -2147483648 and 2147483647",
                "'who.Name' cannot be read as System.String; it must be a string, but is a number",
                "'number' appears more than once",
                "'text' is missing",
            ],
            exception.Errors);
        Assert.Null(exception.InnerException);
    }

    [Theory]
    [InlineData("""{"text":null}""", "'text' must not be null")]
    [InlineData("""{"text":"a","number":null}""", "'number' must not be null")]
    [InlineData("""{"text":"a","größe":[null]}""", "'größe[0]' must not be null")]
    [InlineData("""{"text":"a","number":2147483648}""", "'number' must be a whole number")]
    [InlineData("""{"text":"a","number":1.5}""", "'number' must be a whole number")]
    [InlineData("""{"text":"a","ratio":1e400}""", "'ratio' must be a number")]
    [InlineData("""{"text":"a","ratio":"NaN"}""", "'ratio' must be a number")]
    [InlineData("""{"text":"\ud800"}""", "'text' contains text that is not valid Unicode")]
    [InlineData("""{"text":"a","\ud800":1}""", "a property name is not valid Unicode")]
    [InlineData("""{"text":{}}""", "'text' must be a string")]
    [InlineData("""{"text":"a","who":[]}""", "'who' cannot be read as")]
    [InlineData("""{"Text":"a"}""", "'text' is missing")]
    public void What_does_not_fit_is_named(string json, string problem) => Refused(json, problem);

    [Fact]
    public void What_is_left_out_takes_its_default_and_what_is_unknown_is_passed_over()
    {
        var read = Read("""{"later":{"a":[1,2,{"text":"x"}]},"text":"a\u00e9","gr\u00f6\u00dfe":[[1,2],[]],"who":null}""");
        Assert.Equal(("aé", 7, null, null), (read.Text, read.Number, read.Ratio, read.Who));
        Assert.Equal([[1, 2], []], read.Rows);
    }

    [Fact]
    public void Minus_zero_and_whole_longs_keep_their_value()
    {
        Assert.Equal(double.NegativeInfinity, 1 / Read("""{"text":"","ratio":-0.0}""").Ratio);
        Assert.Equal(9007199254740993, One(PayloadValue.Int64, "9007199254740993"));
    }

    [Fact]
    public void A_type_without_a_description_is_told_so()
    {
        var exception = Assert.Throws<TaskArgumentException>(
            () => ReadWith(
                """{"text":"a","who":{}}""",
                new JsonSerializerOptions { TypeInfoResolver = System.Text.Json.Serialization.Metadata.JsonTypeInfoResolver.Combine() }));
        Assert.Contains("TaskJsonContext", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"ab\"")]
    [InlineData("1")]
    public void A_character_is_one(string json) => Assert.ThrowsAny<Exception>(() => One(PayloadValue.Char, json));

    [Theory]
    [InlineData("\"2000-13-01\"")]
    [InlineData("\"10000-01-01T00:00:00Z\"")]
    [InlineData("\"now\"")]
    public void Dates_are_in_iso_8601(string json)
    {
        Assert.ThrowsAny<Exception>(() => One(PayloadValue.DateTime, json));
        Assert.ThrowsAny<Exception>(() => One(PayloadValue.DateTimeOffset, json));
        Assert.ThrowsAny<Exception>(() => One(PayloadValue.DateOnly, json));
    }

    [Theory]
    [InlineData("\"24:00:00\"")]
    [InlineData("\"-01:00:00\"")]
    [InlineData("\"1.00:00:00\"")]
    [InlineData("\"noon\"")]
    public void Times_of_day_are_within_a_day(string json) => Assert.ThrowsAny<Exception>(() => One(PayloadValue.TimeOnly, json));

    private static T One<T>(PayloadValue<T> value, string json)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return value.Read(ref reader, Options);
    }

    private static TaskArgumentException Refused(string json, string problem) => Refused(Encoding.UTF8.GetBytes(json), problem);

    private static TaskArgumentException Refused(byte[] json, string problem)
    {
        var exception = Assert.Throws<TaskArgumentException>(() => Read(json, Options));
        Assert.Contains(problem, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
        return exception;
    }

    private static Arguments Read(string json) => ReadWith(json, Options);

    private static Arguments ReadWith(string json, JsonSerializerOptions options) => Read(Encoding.UTF8.GetBytes(json), options);

    // What is generated for Run(string text, int number = 7, double? ratio = null, int[][] größe = [], Person? who = null).
    private static Arguments Read(byte[] json, JsonSerializerOptions options)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = PayloadCodec.MaxDepth });
        var text = default(PayloadArgument<string>);
        var number = default(PayloadArgument<int>);
        var ratio = default(PayloadArgument<double?>);
        var rows = default(PayloadArgument<int[][]>);
        var who = default(PayloadArgument<Person?>);
        var errors = default(PayloadErrors);
        TaskGen.CompilerServices.Payload.ReadStart(ref reader);
        while (TaskGen.CompilerServices.Payload.MoveNext(ref reader))
        {
            _ = Text.TryRead(ref reader, ref text, options, ref errors)
                || Number.TryRead(ref reader, ref number, options, ref errors)
                || Ratio.TryRead(ref reader, ref ratio, options, ref errors)
                || Rows.TryRead(ref reader, ref rows, options, ref errors)
                || Who.TryRead(ref reader, ref who, options, ref errors)
                || TaskGen.CompilerServices.Payload.Skip(ref reader);
        }

        Text.Complete(ref text, ref errors);
        Number.Complete(ref number, ref errors);
        Ratio.Complete(ref ratio, ref errors);
        Rows.Complete(ref rows, ref errors);
        Who.Complete(ref who, ref errors);
        errors.ThrowIfAny();
        return new Arguments(text.Value, number.Value, ratio.Value, rows.Value, who.Value);
    }

    public sealed record Person(string Name);

    private sealed record Arguments(string Text, int Number, double? Ratio, int[][] Rows, Person? Who);
}

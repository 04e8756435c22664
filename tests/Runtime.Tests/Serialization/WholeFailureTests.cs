using System.Buffers;
using System.Text;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Serialization;

namespace TaskGen.Tests.Serialization;

public sealed class WholeFailureTests
{
    private static readonly TaskFailure Failure = new(
        TaskId.Parse("0123456789abcdef0123456789abcdef.bulk"),
        "images.fetch",
        "System.TimeoutException",
        "too slow",
        "at Fetch()",
        3,
        TaskState.Failed);

    [Fact]
    public void A_failure_travels_in_the_one_format_that_failures_have()
    {
        var json = FailureCodec.Write(Failure);
        var written = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(written))
        {
            PayloadValue.TaskFailure.Write(writer, Failure, JsonSerializerOptions.Default);
        }

        Assert.Equal(
            """{"type":"System.TimeoutException","message":"too slow","stack":"at """
            + """Fetch()","task":"0123456789abcdef0123456789abcdef.bulk","name":"images.fetch","attempts":3,"state":5}""",
            Encoding.UTF8.GetString(json.Span));
        Assert.Equal(json.ToArray(), written.WrittenMemory.ToArray());
        Assert.Equal(Failure, FailureCodec.ReadWhole(json));
        Assert.Equal(("System.TimeoutException", "too slow", "at Fetch()"), FailureCodec.Read(json));
        var reader = new Utf8JsonReader(json.Span);
        Assert.Equal(Failure, PayloadValue.TaskFailure.ResultReader(ref reader, JsonSerializerOptions.Default));
    }

    [Theory]
    [InlineData("""{"type":"a","message":"b"}""")]
    [InlineData("""{"type":"a","message":"b","task":"x","name":"n","attempts":1,"state":5}""")]
    [InlineData("""{"type":"a","message":"b","task":"0123456789abcdef0123456789abcdef.q","name":"n","attempts":1,"state":99}""")]
    [InlineData("""{"type":"a","message":"b","task":"0123456789abcdef0123456789abcdef.q","name":"n","attempts":1.5,"state":5}""")]
    [InlineData("[]")]
    public void What_is_no_whole_failure_is_none_and_no_argument(string json)
    {
        Assert.Null(FailureCodec.ReadWhole(Encoding.UTF8.GetBytes(json)));
        Assert.Throws<TaskGenException>(() =>
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
            return PayloadValue.TaskFailure.ResultReader(ref reader, JsonSerializerOptions.Default);
        });
    }

    [Fact]
    public void An_id_inside_a_type_of_the_user_is_its_text()
    {
        var ids = new[] { Failure.TaskId };

        Assert.Equal("""["0123456789abcdef0123456789abcdef.bulk"]""", JsonSerializer.Serialize(ids));
        Assert.Equal(ids, JsonSerializer.Deserialize<TaskId[]>("""["0123456789abcdef0123456789abcdef.bulk"]"""));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TaskId>("\"x\""));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(default(TaskId)));
    }
}

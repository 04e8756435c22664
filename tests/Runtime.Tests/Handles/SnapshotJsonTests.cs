using System.Text.Json;
using System.Text.Json.Serialization;

namespace TaskGen.Tests.Handles;

/// <summary>Fault R17: a snapshot as a page reads it.</summary>
public sealed class SnapshotJsonTests
{
    private static readonly TaskId Id = TaskId.Parse("0192f3a4b5c67d8e9fa0b1c2d3e4f506.default");
    private static readonly DateTimeOffset Time = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly TaskSnapshot Whole = new(
        Id,
        "reports.generate",
        TaskState.Retrying,
        2,
        4,
        new TaskProgress(1, 4, "loading"),
        Time,
        Time.AddMinutes(1),
        Time.AddMinutes(2),
        null,
        new TaskFailure(Id, "reports.generate", "System.IO.IOException", "away", "at Here()", 2, TaskState.Retrying)
        {
            InnerExceptions = "System.Exception: inner",
        },
        "worker");

    [Fact]
    public void Names_follow_the_policy_and_states_are_names() =>
        Assert.Equal(
            """{"id":"0192f3a4b5c67d8e9fa0b1c2d3e4f506.default","name":"reports.generate","state":"Retrying","attempt":2,"maxAttempts":4,"""
            + """
              "progress":{"current":1,"total":4,"status":"loading","percent":25},"enqueuedAt":"2026-01-02T03:04:05+00:00",
              """.Trim()
            + """
              "dueAt":"2026-01-02T03:05:05+00:00","startedAt":"2026-01-02T03:06:05+00:00","finishedAt":null,
              """.Trim()
            + """
              "failure":{"taskId":"0192f3a4b5c67d8e9fa0b1c2d3e4f506.default","taskName":"reports.generate",
              """.Trim()
            + """
              "exceptionType":"System.IO.IOException","message":"away","innerExceptions":"System.Exception: inner","attempts":2,
              """.Trim()
            + """
              "state":"Retrying"},"workerId":"worker","hasEnded":false}
              """.Trim(),
            JsonSerializer.Serialize(Whole, JsonSerializerOptions.Web));

    [Fact]
    public void The_stack_is_written_where_it_is_asked_for()
    {
        var options = new JsonSerializerOptions { Converters = { new TaskSnapshotConverter(includeStackTrace: true) } };
        var json = JsonSerializer.Serialize(Whole, options);

        Assert.Contains("\"StackTrace\":\"at Here()\"", json, StringComparison.Ordinal);
        Assert.Equal(Whole, JsonSerializer.Deserialize<TaskSnapshot>(json, options));
        Assert.DoesNotContain("StackTrace", JsonSerializer.Serialize(Whole), StringComparison.Ordinal);
    }

    [Fact]
    public void Nulls_are_omitted_where_the_options_say_so()
    {
        var options = new JsonSerializerOptions { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
        var least = Whole with { Progress = null, DueAt = null, StartedAt = null, Failure = null, WorkerId = null };
        var json = JsonSerializer.Serialize(new[] { least }, options);

        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.Equal([least], JsonSerializer.Deserialize<TaskSnapshot[]>(json, options)!);
    }

    [Theory]
    [InlineData("5", "not a task snapshot")]
    [InlineData("{}", "'Id'")]
    [InlineData("""{"Id":"0192f3a4b5c67d8e9fa0b1c2d3e4f506.default","Name":"a","State":"Gone"}""", "'State'")]
    [InlineData("""{"Id":"0192f3a4b5c67d8e9fa0b1c2d3e4f506.default","Name":"a","State":"Failed","Attempt":"x"}""", "'Attempt'")]
    public void What_is_no_snapshot_is_refused_by_name(string json, string problem) =>
        Assert.Contains(
            problem,
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<TaskSnapshot>(json)).Message,
            StringComparison.Ordinal);
}

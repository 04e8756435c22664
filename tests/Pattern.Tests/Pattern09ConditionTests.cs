using System.Text.Json;
using TaskGen;
using TaskGen.Brokers;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(DataPatterns.Name)]
public sealed class Pattern09ConditionTests(DataServers servers)
{
    private const string Data = """{ "priority_score": 85, "validation_required": true, "day": "Sunday" }""";

    /// <summary>The rules of the document.</summary>
    private const string Rules = """
        {
          "high_priority": {
            "type": "value_greater_than",
            "params": { "field": "priority_score", "threshold": 80 },
            "task": "high_priority_processing",
            "task_params": { "priority_level": "urgent" }
          },
          "data_validation_required": {
            "type": "field_exists",
            "params": { "field": "validation_required" },
            "task": "validate_data_quality",
            "task_params": { "strict_mode": true }
          }
        }
        """;

    [Theory, EachBackend]
    public async Task The_example_of_the_document_runs(Backend backend)
    {
        await using var application = await Application.StartWithDataAsync(servers, backend);
        await application.ImportAsync();
        await application.StartWorkerAsync("w1", 1, "default", "cpu_intensive", "io_intensive");
        var registry = application.Of<ITaskRegistry>();
        var handle = await registry.DelayAsync("conditional_processing", $$"""{ "data": {{Data}}, "conditions": {{Rules}} }""");

        using var scheduled = await ResultAsync(application, handle);
        Assert.Equal(
            [
                ("high_priority", "high_priority_processing", "scheduled"),
                ("data_validation_required", "validate_data_quality", "scheduled"),
            ],
            scheduled.RootElement.EnumerateArray().Select(static one => (Text(one, "condition"), Text(one, "task"), Text(one, "status"))));

        // The argument of each came with the rule, and both tasks say it again.
        var children = scheduled.RootElement.EnumerateArray()
            .Select(one => application.Tasks.GetHandle(TaskId.Parse(Text(one, "taskId")!)))
            .ToList();
        using var urgent = await ResultAsync(application, children[0]);
        using var strict = await ResultAsync(application, children[1]);
        Assert.Equal("urgent", Text(urgent.RootElement, "priorityLevel"));
        Assert.True(Property(strict.RootElement, "isStrict").GetBoolean());
        Assert.Equal(100_000, Property(strict.RootElement, "rows").GetInt32());
    }

    [Theory]
    [EachBackend("value_equals", """{ "field": "priority_score", "value": 85 }""", true)]
    [EachBackend("value_equals", """{ "field": "priority_score", "value": 80 }""", false)]
    [EachBackend("value_greater_than", """{ "field": "priority_score", "threshold": 80 }""", true)]
    [EachBackend("value_greater_than", """{ "field": "priority_score", "threshold": 85 }""", false)]
    [EachBackend("field_exists", """{ "field": "validation_required" }""", true)]
    [EachBackend("field_exists", """{ "field": "validation_optional" }""", false)]
    [EachBackend("custom_function", """{ "function": "patterns.is_day_off", "off": "Sunday" }""", true)]
    [EachBackend("custom_function", """{ "function": "patterns.is_day_off", "off": "Monday" }""", false)]
    public async Task Each_type_of_condition_dispatches_its_task_where_it_holds_and_only_there(
        Backend backend, string type, string parameters, bool holds)
    {
        await using var application = await Application.StartAsync(servers, backend);
        await application.StartWorkerAsync("w1", 1, "default");
        var done = await application.Of<ConditionalDispatcher>()
            .DispatchAsync(Data, Parse(Rule("rule", type, parameters, "patterns.steady", """{ "name": "chosen" }""")));
        await Task.WhenAll(done.Select(static task => task.Handle.GetAsync(Limits.Long)));

        Assert.Equal(holds ? [("rule", "patterns.steady")] : [], done.Select(static task => (task.Condition, task.TaskName)));
        Assert.Equal(holds ? 1 : 0, application.Probe.Count("chosen"));
    }

    [Theory]
    [EachBackend(
        "value_less_than", """{ "field": "priority_score", "threshold": 1 }""", "patterns.steady", """{ "name": "x" }""",
        "value_less_than")]
    [EachBackend("custom_function", """{ "function": "is_full_moon" }""", "patterns.steady", """{ "name": "x" }""", "is_full_moon")]
    [EachBackend("field_exists", """{ "field": "day" }""", "patterns.unsteady", """{ "name": "x" }""", "patterns.unsteady")]
    [EachBackend("field_exists", """{ "field": "not there" }""", "patterns.unsteady", """{ "name": "x" }""", "patterns.unsteady")]
    [EachBackend("field_exists", """{ "field": "day" }""", "patterns.steady", """{ "nmae": "x" }""", "nmae")]
    [EachBackend("field_exists", """{ "field": "day" }""", "patterns.steady", "{}", "'name'")]
    [EachBackend("field_exists", """{ "field": "day" }""", "patterns.steady", """{ "name": 1 }""", "'name'")]
    [EachBackend(
        "value_greater_than", """{ "field": "priority_score", "treshold": 80 }""", "patterns.steady", """{ "name": "x" }""", "treshold")]
    public async Task What_is_unknown_or_does_not_fit_is_named_together_with_its_rule_and_nothing_is_dispatched(
        Backend backend, string type, string parameters, string task, string arguments, string named)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var good = Rule("good", "field_exists", """{ "field": "day" }""", "patterns.steady", """{ "name": "fine" }""");
        var error = await Assert.ThrowsAsync<ConditionException>(
            () => application.Of<ConditionalDispatcher>().DispatchAsync(Data, Parse(good, Rule("bad", type, parameters, task, arguments))));

        Assert.Contains("'bad'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("'good'", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal(default(QueueCounts), await application.CountAsync("default"));
    }

    [Theory]
    [EachBackend("patterns.unsteady", """{ "name": "x" }""", "patterns.unsteady")]
    [EachBackend("patterns.steady", """{ "nmae": "x" }""", "nmae")]
    [EachBackend("patterns.steady", """{ "name": 1 }""", "name")]
    public async Task A_dispatch_by_name_that_does_not_fit_names_what_is_wrong_and_enqueues_nothing(
        Backend backend, string task, string arguments, string named)
    {
        await using var application = await Application.StartAsync(servers, backend);
        var error = await Assert.ThrowsAsync<TaskArgumentException>(() => application.Of<ITaskRegistry>().DelayAsync(task, arguments));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Contains(task, error.Message, StringComparison.Ordinal);
        Assert.Equal(default(QueueCounts), await application.CountAsync("default"));
    }

    private static ConditionSet Parse(params string[] rules) => ConditionSet.Parse($"{{ {string.Join(", ", rules)} }}");

    private static string Rule(string name, string type, string parameters, string task, string arguments) =>
        $$"""
        "{{name}}": { "type": "{{type}}", "params": {{parameters}}, "task": "{{task}}", "task_params": {{arguments}} }
        """;

    // The registry knows the type of the result, and this test does not.
    private static async Task<JsonDocument> ResultAsync(Application application, TaskHandle handle)
    {
        await handle.GetAsync(Limits.Long);
        var record = Assert.Single(
            await application.Of<IBroker>().ReadAsync(handle.Id.Queue, [handle.Id.Value], null, CancellationToken.None));
        return JsonDocument.Parse(record!.Result);
    }

    private static string? Text(JsonElement element, string name) => Property(element, name).GetString();

    private static JsonElement Property(JsonElement element, string name) =>
        Assert.Single(element.EnumerateObject(), property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}

using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.Brokers;

namespace TaskGen.Tests.Conditions;

/// <summary>Dispatch on conditions.</summary>
public sealed class ConditionTests : IAsyncDisposable
{
    private readonly TestHost _host = new();
    private readonly ConditionalDispatcher _conditions;

    public ConditionTests() => _conditions = _host.Services.GetRequiredService<ConditionalDispatcher>();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_example_of_the_patterns_document_runs()
    {
        var json = """
            {
              "high_priority": {
                "type": "value_greater_than",
                "params": {"field": "priority_score", "threshold": 80},
                "task": "high_priority_processing",
                "task_params": {"priority_level": "urgent"}
              },
              "data_validation_required": {
                "type": "field_exists",
                "params": {"field": "validation_required"},
                "task": "validate_data_quality",
                "task_params": {"strict_mode": true}
              }
            }
            """;
        var data = JsonElement.Parse("""{"priority_score": 85, "validation_required": true}""");
        await _host.StartWorkerAsync();

        IReadOnlyList<ScheduledTask> done = await _conditions.DispatchAsync(data, ConditionSet.Parse(json));

        Assert.Equal(
            [("high_priority", "high_priority_processing"), ("data_validation_required", "validate_data_quality")],
            done.Select(static task => (task.Condition, task.TaskName)));
        Assert.Equal("urgent", await _host.PumpAsync((TaskHandle<string>)done[0].Handle));
        Assert.Equal("True", await _host.PumpAsync((TaskHandle<string>)done[1].Handle));
        Assert.All(done, static task => Assert.Equal(task.Handle.Id, task.TaskId));
    }

    [Theory]
    [InlineData("""{"field":"a","value":1}""", """{"a":1}""", true)]
    [InlineData("""{"field":"a","value":1}""", """{"a":1.0}""", true)]
    [InlineData("""{"field":"a","value":1}""", """{"a":"1"}""", false)]
    [InlineData("""{"field":"a","value":1}""", """{"A":1}""", false)]
    [InlineData("""{"field":"a","value":"x"}""", """{"a":"\u0078"}""", true)]
    [InlineData("""{"field":"a","value":null}""", "{}", true)]
    [InlineData("""{"field":"a","value":null}""", """{"a":null}""", true)]
    [InlineData("""{"field":"a","value":false}""", "{}", false)]
    [InlineData("""{"field":"a","value":{"b":[1,2],"c":3}}""", """{"a":{"c":3,"b":[1,2]}}""", true)]
    [InlineData("""{"field":"a","value":[1,2]}""", """{"a":[2,1]}""", false)]
    public Task Value_equals_compares_as_json(string parameters, string data, bool holds) =>
        HoldsAsync("value_equals", parameters, data, holds);

    [Theory]
    [InlineData("80", """{"a":80.5}""", true)]
    [InlineData("80", """{"a":80}""", false)]
    [InlineData("80", """{"a":-1e9}""", false)]
    [InlineData("-1", "{}", true)]
    [InlineData("0", "{}", false)]
    [InlineData("1e300", """{"a":2e300}""", true)]
    [InlineData("0", """{"a":1e-30}""", true)]
    [InlineData("9007199254740992", """{"a":9007199254740993}""", true)]
    [InlineData("9007199254740993", """{"a":9007199254740992}""", false)]
    public Task Value_greater_than_compares_numbers_and_takes_a_missing_field_for_0(string threshold, string data, bool holds) =>
        HoldsAsync("value_greater_than", $$"""{"field":"a","threshold":{{threshold}}}""", data, holds);

    [Theory]
    [InlineData("""{"a":null}""", true)]
    [InlineData("""{"a":false}""", true)]
    [InlineData("""{"b":{"a":1}}""", false)]
    public Task Field_exists_asks_for_the_name_alone(string data, bool holds) =>
        HoldsAsync("field_exists", """{"field":"a"}""", data, holds);

    [Theory]
    [InlineData("""{"day":"Sunday"}""", true)]
    [InlineData("""{"day":"Monday"}""", false)]
    public Task A_function_of_the_user_is_given_the_data_and_all_params(string data, bool holds) =>
        HoldsAsync("custom_function", """{"function":"is_weekend","day":"Sunday"}""", data, holds);

    [Fact]
    public async Task All_that_is_wrong_in_all_rules_is_listed_and_nothing_is_dispatched()
    {
        var conditions = ConditionSet.Parse(
            """
            {
              "good": {"type":"field_exists","params":{"field":"score"},"task":"validate_data_quality"},
              "off": {"type":"field_exists","params":{"field":"nowhere"},"task":"validate_data_qualty","task_params":{"strict_mode":true}},
              "type": {"type":"value_greater","params":{"field":"score"},"task":"validate_data_quality"},
              "function": {"type":"custom_function","params":{"function":"is_weeknd"},"task":"validate_data_quality"},
              "nameless": {"type":"custom_function","params":{},"task":"validate_data_quality"},
              "missing": {"type":"value_equals","params":{},"task":"validate_data_quality"},
              "mistyped": {"type":"value_greater_than","params":{"field":1,"threshold":"high","treshold":1},"task":"validate_data_quality"},
              "text": {"type":"value_greater_than","params":{"field":"name","threshold":1},"task":"validate_data_quality"},
              "arguments": {
                "type":"field_exists","params":{"field":"score"},
                "task":"high_priority_processing","task_params":{"priorityLevel":"secret"}
              }
            }
            """);

        var exception = await Assert.ThrowsAsync<ConditionException>(
            () => _conditions.DispatchAsync("""{"score":1,"name":"secret"}""", conditions));

        Assert.Equal(
            [
                "condition 'type': type 'value_greater' is not known; did you mean 'value_greater_than'? (known: "
                + "custom_function, field_exists, value_equals, value_greater_than)",
                "condition 'function': function 'is_weeknd' is not known; did you mean 'is_weekend'? (known: is_weekend)",
                "condition 'nameless': 'params.function' is missing",
                "condition 'missing': 'params.field' is missing",
                "condition 'missing': 'params.value' is missing",
                "condition 'mistyped': 'params.field' must be a string",
                "condition 'mistyped': 'params.threshold' must be a number",
                "condition 'mistyped': 'params.treshold' is not a known property; did you mean 'threshold'?",
                "condition 'text': field 'name' of the data must be a number so that it can be compared",
                "condition 'arguments': task 'high_priority_processing': 'priority_level' is missing",
                "condition 'arguments': task 'high_priority_processing': 'priorityLevel' is not a parameter of the task; "
                + "did you mean 'priority_level'?",
            ],
            exception.Errors.Where(static error => !error.StartsWith("condition 'off'", StringComparison.Ordinal)));
        Assert.StartsWith(
            "condition 'off': task 'validate_data_qualty': no task with this name is registered; did you mean 'validate_data_quality'?",
            exception.Errors.Single(static error => error.StartsWith("condition 'off'", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        await NothingIsEnqueuedAsync();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    public async Task Data_that_are_no_object_are_refused_together_with_what_is_wrong_in_the_rules(string data)
    {
        var exception = await Assert.ThrowsAsync<ConditionException>(() => _conditions.DispatchAsync(
            data,
            ConditionSet.Parse(
                """
                {"a":{"type":"field_exists","params":{"field":"a"},"task":"validate_data_quality","task_params":{"strict_mode":1}}}
                """)));
        Assert.Equal(
            ["the data must be one JSON object", "condition 'a': task 'validate_data_quality': 'strict_mode' must be true or false"],
            exception.Errors);
        await NothingIsEnqueuedAsync();
    }

    [Fact]
    public async Task A_function_that_throws_dispatches_nothing()
    {
        var conditions = ConditionSet.Parse(
            """
            {
              "good": {"type":"value_equals","params":{"field":"a","value":null},"task":"validate_data_quality"},
              "bad": {"type":"custom_function","params":{"function":"is_weekend"},"task":"validate_data_quality"}
            }
            """);
        var exception = await Assert.ThrowsAsync<ConditionException>(() => _conditions.DispatchAsync("{}", conditions));
        Assert.Equal(["condition 'bad': its condition function threw System.Collections.Generic.KeyNotFoundException"], exception.Errors);
        Assert.IsType<KeyNotFoundException>(exception.InnerException);
        await NothingIsEnqueuedAsync();
    }

    [Fact]
    public async Task Arguments_over_the_limit_are_found_before_anything_is_dispatched()
    {
        var conditions = ConditionSet.Parse(
            $$$"""
            {
              "good": {"type":"value_equals","params":{"field":"a","value":null},"task":"validate_data_quality"},
              "large": {
                "type":"value_equals","params":{"field":"a","value":null},
                "task":"high_priority_processing","task_params":{"priority_level":"{{{new string('x', 300_000)}}}"}
              }
            }
            """);
        var exception = await Assert.ThrowsAsync<ConditionException>(() => _conditions.DispatchAsync("{}", conditions));
        Assert.StartsWith(
            "condition 'large': Task 'high_priority_processing' is too large to be dispatched: 3000",
            Assert.Single(exception.Errors),
            StringComparison.Ordinal);
        await NothingIsEnqueuedAsync();
    }

    [Fact]
    public async Task Text_that_is_no_unicode_is_an_error_and_no_crash()
    {
        var conditions = ConditionSet.Parse(
            """{"a":{"type":"value_equals","params":{"field":"a","value":"\ud801"},"task":"validate_data_quality"}}""");
        var exception = await Assert.ThrowsAsync<ConditionException>(() => _conditions.DispatchAsync("""{"a":"\ud800"}""", conditions));
        Assert.Contains("cannot be compared", Assert.Single(exception.Errors), StringComparison.Ordinal);
        Assert.Throws<ConditionException>(() => ConditionSet.Parse("""{"\ud800":{"type":"a"}}"""));
        Assert.Throws<ConditionException>(() => ConditionSet.Parse("{\"a\":\"\ud800\"}"));
        await Assert.ThrowsAsync<ConditionException>(() => _conditions.DispatchAsync("secret", conditions));
    }

    [Theory]
    [InlineData("secret", "the rules are not valid JSON with at most 32 levels of nesting (line 0, byte 0)")]
    [InlineData("[]", "the rules must be one JSON object in which each property is a rule")]
    [InlineData("""{"a":1}""", "condition 'a': the rule must be a JSON object with the properties type, params, task, task_params")]
    public void What_are_no_rules_is_refused(string json, string error) =>
        Assert.Equal([error], Assert.Throws<ConditionException>(() => ConditionSet.Parse(json)).Errors);

    [Fact]
    public void All_that_is_wrong_in_the_shape_of_rules_is_listed() => Assert.Equal(
        [
            "condition 'a': 'type' must be a string",
            "condition 'a': 'params' is missing",
            "condition 'a': 'task' is missing",
            "condition 'a': 'task_parms' is not a known property; did you mean 'task_params'?",
            "condition 'b': 'type' appears more than once",
            "condition 'b': 'params' must be a JSON object",
            "condition 'b': 'task_params' must be a JSON object",
            "condition 'b': the name of the rule appears more than once",
        ],
        Assert.Throws<ConditionException>(() => ConditionSet.Parse(
            """
            {
              "a": {"type":1,"task_parms":{}},
              "b": {"type":"x","type":"x","params":[],"task":"t","task_params":null},
              "b": {"type":"x","params":{},"task":"t"}
            }
            """)).Errors);

    [Fact]
    public async Task Rules_outlive_their_document_and_may_have_comments()
    {
        ConditionSet conditions;
        using (var document = JsonDocument.Parse("""{"a":{"type":"field_exists","params":{"field":"x"},"task":"validate_data_quality"}}"""))
        {
            conditions = ConditionSet.Parse(document.RootElement);
        }

        Assert.Single(await _conditions.DispatchAsync("""{"x":1}""", conditions));
        conditions = ConditionSet.Parse(
            """{/* why */"a":{"type":"field_exists","params":{"field":"x",},"task":"validate_data_quality","task_params":{/* none */}}}""");
        Assert.Single(await _conditions.DispatchAsync("""{"x":1}""", conditions));
        Assert.Empty(await _conditions.DispatchAsync("""{"x":1}""", ConditionSet.Parse("{}")));
    }

    [Fact]
    public async Task A_broker_that_refuses_in_the_middle_says_what_was_dispatched()
    {
        var dispatches = 0;
        await using var host = new TestHost(decorate: (broker, _) => new HookedBroker(broker)
        {
            OnEnqueue = apply => ++dispatches == 2 ? throw new TaskBrokerException("full") : apply(),
        });
        var conditions = ConditionSet.Parse(
            """
            {
              "first": {"type":"field_exists","params":{"field":"x"},"task":"validate_data_quality"},
              "second": {"type":"field_exists","params":{"field":"x"},"task":"validate_data_quality"}
            }
            """);
        var exception = await Assert.ThrowsAsync<TaskBrokerException>(
            () => host.Services.GetRequiredService<ConditionalDispatcher>().DispatchAsync("""{"x":1}""", conditions));
        Assert.Contains("'first' as ", exception.Message, StringComparison.Ordinal);
        Assert.Contains("refused the task for condition 'second': ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_conditions_of_one_name_cannot_be_registered()
    {
        var builder = new ServiceCollection().AddTaskGen().AddCondition("late", static (_, _) => true, "Shop.Rules.IsLate");
        var message = Assert.Throws<InvalidOperationException>(
            () => builder.AddCondition("late", static (_, _) => false, "Web.Rules.IsLate")).Message;
        Assert.Contains("'late': Shop.Rules.IsLate and Web.Rules.IsLate", message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => builder.AddCondition("a b", static (_, _) => true));
    }

    private async Task HoldsAsync(string type, string parameters, string data, bool holds)
    {
        var conditions = ConditionSet.Parse($$$"""{"c":{"type":"{{{type}}}","params":{{{parameters}}},"task":"validate_data_quality"}}""");
        Assert.Equal(holds ? 1 : 0, (await _conditions.DispatchAsync(data, conditions)).Count);
        Assert.Equal(holds ? 1 : 0, (await _host.Broker.CountAsync("default", CancellationToken.None)).Pending);
    }

    private async Task NothingIsEnqueuedAsync() =>
        Assert.Equal(default(QueueCounts), await _host.Broker.CountAsync("default", CancellationToken.None));
}

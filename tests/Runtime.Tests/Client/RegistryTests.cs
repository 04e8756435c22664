using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TaskGen.Brokers;

namespace TaskGen.Tests.Client;

/// <summary>Dispatch by name.</summary>
public sealed class RegistryTests : IAsyncDisposable
{
    private readonly TestHost _host = new();
    private readonly ITaskRegistry _registry;

    public RegistryTests() => _registry = _host.Services.GetRequiredService<ITaskRegistry>();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_task_is_dispatched_by_its_name_and_runs_with_its_arguments()
    {
        await _host.StartWorkerAsync(1, queue: "reports");

        TaskHandle handle = await _registry.DelayAsync(
            "reports.generate", """{"type":"sales","day":6,"branch":{"Name":"north","Parts":[]}}""");

        Assert.Equal("reports", handle.Id.Queue);
        Assert.Equal("sales 7 Saturday north", await _host.PumpAsync(Assert.IsType<TaskHandle<string>>(handle)));
    }

    [Fact]
    public void Only_what_is_known_to_be_harmless_is_shown_of_arguments()
    {
        Assert.Equal(
            """{"type":"***","pages":7,"older":"***"}""",
            _registry.MaskArguments("reports.generate", """{"type":"secret","pages":7,"older":"secret"}"""));
        Assert.Equal("\"***\"", _registry.MaskArguments("nobody", """{"type":"secret"}"""));
        Assert.Equal(
            [true, false, false, false],
            _registry.Tasks.Single(static task => task.Name == "reports.generate").Parameters
                .Select(static parameter => parameter.IsSensitive));
    }

    [Fact]
    public async Task Arguments_may_be_an_element_with_comments_whose_document_has_ended_afterwards()
    {
        TaskHandle handle;
        using (var document = JsonDocument.Parse(
            """{"a":{ /* which */ "type":"sales","pages":3, }}""",
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }))
        {
            handle = await _registry.DelayAsync(
                "reports.generate", document.RootElement.GetProperty("a"), new EnqueueOptions { Countdown = TimeSpan.FromDays(1) });
        }

        Assert.Equal(TaskState.Scheduled, (await handle.GetSnapshotAsync()).State);
        await _host.StartWorkerAsync(1, queue: "reports");
        Assert.Equal("sales 3  ", await _host.PumpAsync((handle as TaskHandle<string>)!.GetAsync(), TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task All_that_is_wrong_with_the_arguments_is_listed_and_nothing_is_enqueued()
    {
        var exception = await Assert.ThrowsAsync<TaskArgumentException>(
            () => _registry.DelayAsync(
                "reports.generate", """{"Type":"secret","pages":"secret","day":"secret","branch":{},"colour":1,"pages":1}"""));

        Assert.Equal("reports.generate", exception.TaskName);
        Assert.Equal(
            [
                "'pages' must be a whole number between -2147483648 and 2147483647",
                "'day' must be a whole number between -2147483648 and 2147483647, such as 0 (Sunday), 1 (Monday), 2 (Tuesday), "
                    + "3 (Wednesday), 4 (Thursday), 5 (Friday), or 6 (Saturday)",
                "'branch.Name' is missing",
                "'pages' appears more than once",
                "'type' is missing",
                "'Type' is not a parameter of the task; did you mean 'type'?",
                "'colour' is not a parameter of the task",
            ],
            exception.Errors);
        Assert.DoesNotContain("secret", exception.Message, StringComparison.Ordinal);
        await NothingIsEnqueuedAsync();
    }

    [Theory]
    [InlineData("reports.genrate", "did you mean 'reports.generate'?")]
    [InlineData("Generate", "did you mean 'reports.generate'?")]
    [InlineData("HighPriorityProcessing", "did you mean 'high_priority_processing'?")]
    [InlineData("nothing.like.it", "no task with this name is registered (registered: cpu, cpu-limited, ")]
    [InlineData("a\nb", "Task 'a\\u000Ab' cannot be dispatched: no task with this name is registered")]
    public async Task An_unknown_name_is_refused_with_those_that_are_near(string name, string told)
    {
        var exception = await Assert.ThrowsAsync<TaskArgumentException>(() => _registry.DelayAsync(name, "{}"));
        Assert.Contains(told, exception.Message, StringComparison.Ordinal);
        Assert.Contains("and 7 more)", exception.Message, StringComparison.Ordinal);
        Assert.Equal(name, exception.TaskName);
        await NothingIsEnqueuedAsync();
    }

    [Fact]
    public async Task An_unknown_name_and_arguments_that_are_none_are_told_at_once()
    {
        var exception = await Assert.ThrowsAsync<TaskArgumentException>(() => _registry.DelayAsync("nobody", "[]"));
        Assert.Equal(2, exception.Errors.Count);
        Assert.Equal("the arguments must be one JSON object", exception.Errors[1]);
    }

    [Theory]
    [InlineData("[]", "the arguments must be one JSON object")]
    [InlineData("null", "the arguments must be one JSON object")]
    [InlineData("\"secret\"", "the arguments must be one JSON object")]
    [InlineData("", "the arguments are not valid JSON with at most 32 levels of nesting (line 0, byte 0)")]
    [InlineData("{\"type\":secret}", "the arguments are not valid JSON with at most 32 levels of nesting (line 0, byte 8)")]
    [InlineData("{\"type\":\"\\ud800\"}", "'type' contains text that is not valid Unicode")]
    [InlineData("{\"\\ud800\":1}", "a property name is not valid Unicode")]
    public async Task What_is_no_object_of_arguments_is_refused(string json, string error)
    {
        Assert.Equal(
            [error], (await Assert.ThrowsAsync<TaskArgumentException>(() => _registry.DelayAsync("reports.generate", json))).Errors);
        await NothingIsEnqueuedAsync();
    }

    [Fact]
    public async Task Text_that_would_be_altered_on_its_way_is_refused() => Assert.Equal(
        ["the arguments contain an unpaired surrogate, so they are not valid Unicode"],
        (await Assert.ThrowsAsync<TaskArgumentException>(() => _registry.DelayAsync("reports.generate", "{\"type\":\"\ud800\"}"))).Errors);

    [Fact]
    public async Task No_arguments_at_all_are_refused() =>
        Assert.Equal(
            ["the arguments must be one JSON object"],
            (await Assert.ThrowsAsync<TaskArgumentException>(() => _registry.DelayAsync("reports.generate", default(JsonElement)))).Errors);

    [Fact]
    public async Task Any_number_of_arguments_that_nobody_asked_for_makes_a_short_message()
    {
        var json = $"{{{string.Join(',', Enumerable.Range(0, 10_000).Select(static number => $"\"x{number}\":1"))},\"type\":\"a\"}}";
        var exception = await Assert.ThrowsAsync<TaskArgumentException>(() => _registry.DelayAsync("reports.generate", json));
        Assert.Equal(21, exception.Errors.Count);
        Assert.Equal("9980 more names are not parameters of the task", exception.Errors[^1]);
    }

    [Fact]
    public async Task What_a_definition_does_not_say_is_let_through()
    {
        await _host.StartWorkerAsync();
        Assert.Equal("a", await _host.PumpAsync((TaskHandle<string>)await _registry.DelayAsync("plain", """{"text":"a","more":1}""")));
    }

    [Fact]
    public async Task Arguments_over_the_limit_are_refused_as_in_a_typed_dispatch()
    {
        await Assert.ThrowsAsync<TaskPayloadTooLargeException>(
            () => _registry.DelayAsync("reports.generate", $$"""{"type":"{{new string('x', 300_000)}}"}"""));
        await NothingIsEnqueuedAsync();
    }

    [Fact]
    public void Tasks_are_described_in_the_order_of_their_names()
    {
        Assert.Equal(
            _registry.Tasks.Select(static task => task.Name).Order(StringComparer.Ordinal),
            _registry.Tasks.Select(static task => task.Name));
        Assert.Equal(17, _registry.Tasks.Count);
        Assert.Same(_registry.Tasks, _registry.Tasks);

        var task = _registry.Tasks.Single(static task => task.Name == NamedTask.WireName);
        Assert.Equal("reports", task.Queue);
        Assert.Equal(
            [("type", true), ("pages", false), ("day", false), ("branch", false)],
            task.Parameters.Select(static parameter => (parameter.Name, parameter.IsRequired)));
        Assert.Equal("""{"type":"string"}""", task.Parameters[0].JsonSchema.GetRawText());
        Assert.Equal("""{"type":"integer","minimum":-2147483648,"maximum":2147483647}""", task.Parameters[1].JsonSchema.GetRawText());
        Assert.Equal(
            """{"type":["integer","null"],"minimum":-2147483648,"maximum":2147483647,"description":"0 = Sunday, """
            + """1 = Monday, 2 = Tuesday, 3 = Wednesday, 4 = Thursday, 5 = Friday, 6 = Saturday"}""",
            task.Parameters[2].JsonSchema.GetRawText());
        var branch = task.Parameters[3].JsonSchema;
        Assert.Equal(["object", "null"], branch.GetProperty("type").EnumerateArray().Select(static type => type.GetString()!));
        Assert.Equal("string", branch.GetProperty("properties").GetProperty("Name").GetProperty("type").GetString());
        Assert.Equal(["Name"], branch.GetProperty("required").EnumerateArray().Select(static name => name.GetString()!));
    }

    [Fact]
    public async Task A_host_without_tasks_says_how_to_add_them()
    {
        await using var services = new ServiceCollection().AddTaskGen().UseInMemory().Services.BuildServiceProvider();
        var registry = services.GetRequiredService<ITaskRegistry>();
        Assert.Empty(registry.Tasks);
        Assert.Contains(
            "AddGeneratedTasks()",
            (await Assert.ThrowsAsync<TaskArgumentException>(() => registry.DelayAsync("a", "{}"))).Message,
            StringComparison.Ordinal);
    }

    private async Task NothingIsEnqueuedAsync()
    {
        Assert.Equal(default, await _host.Broker.CountAsync("default", CancellationToken.None));
        Assert.Equal(default(QueueCounts), await _host.Broker.CountAsync("reports", CancellationToken.None));
    }
}

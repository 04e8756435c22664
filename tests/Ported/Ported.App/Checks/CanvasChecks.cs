using System.Text.Json;
using Ported.Jobs.Shop;
using TaskGen;

namespace Ported.App.Checks;

/// <summary>Combines tasks, and starts tasks by rules and by name.</summary>
internal sealed class CanvasChecks(
    Check check, ITaskClient tasks, ITaskRegistry registry, ConditionalDispatcher dispatcher, ExportTasksClient exports) : ICheckGroup
{
    private const string Rules = """
        {
          "loyal": { "type": "value_greater_than", "params": { "field": "orders", "threshold": 10 },
                     "task": "rules.discount", "task_params": { "percent": 5 } },
          "holiday": { "type": "custom_function", "params": { "function": "is_holiday", "holiday": "Sunday" }, "task": "rules.greet" }
        }
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var counts = Canvas.Chunks(Enumerable.Range(1, 25), 10, exports.Collect.Signature);
        var chord = counts.Then(exports.Combine.Partial("Rows")).Then(exports.Write.Partial(2));
        await Check.ReturnsAsync("Rows: 25 (2)", await tasks.DelayAsync(chord, cancellationToken));

        var group = Canvas.Group(exports.Write.Signature("a"), exports.Write.Signature("b", 3));
        await Check.ReturnsAsync(["a (1)", "b (3)"], await tasks.DelayAsync(group, cancellationToken));

        var upload = exports.Write.Signature("secret").Then(exports.Upload.Partial()).OnError(exports.Alert.Partial("pager"));
        await Check.FailsAsync<TaskRejectedException>(await tasks.DelayAsync(upload, cancellationToken));
        await check.WritesSoonAsync("pager: exports.upload failed", cancellationToken);

        using var data = JsonDocument.Parse("""{ "orders": 11, "day": "Sunday" }""");
        var scheduled = await dispatcher.DispatchAsync(data.RootElement, ConditionSet.Parse(Rules), cancellationToken);
        await check.WritesAsync("discount of 5 percent", scheduled.Single(static task => task.Condition == "loyal").Handle);
        await check.WritesAsync("greeted all", scheduled.Single(static task => task.Condition == "holiday").Handle);
        await check.WritesAsync(
            "greeted Ann",
            await registry.DelayAsync("rules.greet", """{ "name": "Ann" }""", cancellationToken: cancellationToken));
    }
}

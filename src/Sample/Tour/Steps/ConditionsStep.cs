using System.Text.Json;

namespace TaskGen.Sample;

/// <summary>Shows how rules select tasks by name, and that errors in rules are reported before any task is dispatched.</summary>
/// <param name="conditionals">The client of the tasks.</param>
/// <param name="datasets">The client of the tasks on the data set.</param>
/// <param name="tasks">The client used to get handles of dispatched tasks by their ids.</param>
/// <param name="output">The output of the step.</param>
internal sealed class ConditionsStep(ConditionalTasksClient conditionals, DatasetTasksClient datasets, ITaskClient tasks, TourOutput output)
    : ITourStep
{
    // No other step uses these options. Therefore, an equal dispatch joins a task only if the rules dispatched that task.
    private static readonly ProcessingOptions UnlikeOthers = new(QualityThreshold: 0.125);

    public string Title => "9. Conditions";

    public string Shows => "Rules, written as JSON, select tasks by name";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        await ShowRulesAsync(cancellationToken);
        await ShowFunctionAsync(dataset, cancellationToken);
        await ShowMistakesAsync(dataset, cancellationToken);
    }

    private async Task ShowRulesAsync(CancellationToken cancellationToken)
    {
        var scheduled = await RunAsync(JsonElement.Parse(ExamplesStep.Data), ExamplesStep.Conditions, cancellationToken);
        output.Check(
            scheduled.Select(static rule => rule.Task).SequenceEqual(["high_priority_processing", "validate_data_quality"]),
            "Both rules dispatched their tasks, in the order of the rules");

        var priority = await tasks.GetHandle<PriorityFlights>(scheduled[0].TaskId).GetAsync(cancellationToken);
        var quality = await tasks.GetHandle<QualityCheck>(scheduled[1].TaskId).GetAsync(cancellationToken);
        var latest = FormattableString.Invariant($"row {priority.LatestRow}, {priority.LatestDelay} minutes");
        output.Say($"urgent: {priority.Flights} flights are at least {priority.MinDelay} minutes late; the latest is {latest}");
        output.Say($"strict: {quality.Invalid} of {quality.Rows:N0} rows are invalid");
        output.Check(
            priority is { PriorityLevel: "urgent", Flights: > 0 } && quality is { IsStrict: true, Invalid: > 0 },
            "The tasks received the arguments of their rules");
    }

    // The data is the result of another task, and the rules call a function of the sample.
    private async Task ShowFunctionAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var handle = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        var report = JsonSerializer.SerializeToElement(
            await handle.GetAsync(cancellationToken), SampleJson.Default.DatasetReport);
        const string rules = """
            {
              "bad":      { "type": "custom_function", "params": { "function": "invalid_share_above", "share": 0.5 },
                            "task": "validate_data_quality", "task_params": { "strict_mode": true } },
              "not_good": { "type": "custom_function", "params": { "function": "invalid_share_above", "share": 0.0001 },
                            "task": "validate_data_quality" }
            }
            """;
        var scheduled = await RunAsync(report, rules, cancellationToken);
        output.Check(scheduled is [{ Condition: "not_good" }], "A condition function of the sample selected one of two rules");
    }

    private async Task ShowMistakesAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var options = JsonSerializer.Serialize(UnlikeOthers, SampleJson.Default.ProcessingOptions);
        var rules = $$"""
            {
              "fine":     { "type": "field_exists", "params": { "field": "priority_score" }, "task": "datasets.process_large",
                            "task_params": { "datasetId": {{dataset.Id}}, "options": {{options}} } },
              "type":     { "type": "value_is", "params": { "field": "priority_score" }, "task": "validate_data_quality" },
              "function": { "type": "custom_function", "params": { "function": "is_holiday" }, "task": "validate_data_quality" },
              "task":     { "type": "field_exists", "params": { "field": "nothing" }, "task": "high_priority_procesing" },
              "argument": { "type": "field_exists", "params": { "field": "nothing" }, "task": "validate_data_quality",
                            "task_params": { "strict": "yes" } }
            }
            """;
        var handle = await conditionals.ConditionalProcessing.DelayAsync(
            JsonElement.Parse(ExamplesStep.Data), JsonElement.Parse(rules), cancellationToken);
        var failure = await output.FailureOfAsync(handle, cancellationToken);
        output.Say($"Of five other rules, four have errors:");
        output.Error($"{failure.RemoteMessage.Replace("condition '", "\n'", StringComparison.Ordinal)}");

        string[] wrong = ["value_is", "is_holiday", "high_priority_procesing", "strict"];
        output.Check(
            failure.RemoteExceptionType == typeof(ConditionException).FullName
            && wrong.All(name => failure.RemoteMessage.Contains(name, StringComparison.Ordinal)),
            "The exception lists all four errors");

        // If the rule without an error had dispatched its task, this dispatch would join that task.
        var probe = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, UnlikeOthers, cancellationToken);
        output.Check(!probe.WasDeduplicated, "No task was dispatched, not even that of the fifth rule");
        await probe.CancelAsync("The tour dispatched this task only to check that its idempotency key was not in use.", cancellationToken);
    }

    private async Task<IReadOnlyList<ConditionOutcome>> RunAsync(JsonElement data, string rules, CancellationToken cancellationToken)
    {
        // <snippet ConditionsStep>
        var handle = await conditionals.ConditionalProcessing.DelayAsync(
            data, JsonElement.Parse(rules), cancellationToken);
        // </snippet>
        var scheduled = await handle.GetAsync(cancellationToken);
        foreach (var rule in scheduled)
        {
            output.Say($"{rule.Condition}: {rule.Task} {rule.Status} as {rule.TaskId}");
        }

        return scheduled;
    }
}

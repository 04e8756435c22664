using System.Text.Json;

namespace TaskGen.Sample;

/// <summary>Rules choose tasks by name; what is wrong with them is said before anything is dispatched.</summary>
/// <param name="conditionals">The tasks.</param>
/// <param name="datasets">Tasks on the data set.</param>
/// <param name="tasks">Finds dispatched tasks by their ids.</param>
/// <param name="output">Where to say it.</param>
internal sealed class ConditionsStep(ConditionalTasksClient conditionals, DatasetTasksClient datasets, ITaskClient tasks, TourOutput output)
    : ITourStep
{
    // No other step asks for this one, so an equal dispatch joins a task only where the rules have dispatched it.
    private static readonly ProcessingOptions UnlikeOthers = new(QualityThreshold: 0.125);

    public string Title => "9. conditional_processing: rules choose tasks by name";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        await ShowDocumentAsync(cancellationToken);
        await ShowFunctionAsync(dataset, cancellationToken);
        await ShowMistakesAsync(dataset, cancellationToken);
    }

    private async Task ShowDocumentAsync(CancellationToken cancellationToken)
    {
        var scheduled = await RunAsync(JsonElement.Parse(Examples.Data), Examples.Conditions, cancellationToken);
        TourOutput.Promise(
            scheduled.Select(static rule => rule.Task).SequenceEqual(["high_priority_processing", "validate_data_quality"]),
            "both rules should have dispatched their tasks, in order");

        var priority = await tasks.GetHandle<PriorityFlights>(scheduled[0].TaskId).GetAsync(TourOutput.Patience, cancellationToken);
        var quality = await tasks.GetHandle<QualityCheck>(scheduled[1].TaskId).GetAsync(TourOutput.Patience, cancellationToken);
        var latest = FormattableString.Invariant($"row {priority.LatestRow}, {priority.LatestDelay} minutes");
        output.Say(
            $"{priority.PriorityLevel}: {priority.Flights} flights are {priority.MinDelay} minutes late or more; the latest is {latest}");
        var reasons = quality.InvalidByReason.Select(static entry => $"{entry.Value} {entry.Key}");
        output.Say($"strict: {quality.Invalid} of {quality.Rows:N0} rows break a rule: {string.Join(", ", reasons)}");
        TourOutput.Promise(
            priority is { PriorityLevel: "urgent", Flights: > 0 } && quality is { IsStrict: true, Invalid: > 0 },
            "the tasks should have got the arguments of their rules");
    }

    // The data is the result of another task, and the rule asks a function of the sample's own.
    private async Task ShowFunctionAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var handle = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, new ProcessingOptions(), cancellationToken);
        var report = JsonSerializer.SerializeToElement(
            await handle.GetAsync(TourOutput.Patience, cancellationToken), SampleJson.Default.DatasetReport);
        const string rules = """
            {
              "bad":      { "type": "custom_function", "params": { "function": "invalid_share_above", "share": 0.5 },
                            "task": "validate_data_quality", "task_params": { "strict_mode": true } },
              "not_good": { "type": "custom_function", "params": { "function": "invalid_share_above", "share": 0.0001 },
                            "task": "validate_data_quality" }
            }
            """;
        var scheduled = await RunAsync(report, rules, cancellationToken);
        TourOutput.Promise(scheduled is [{ Condition: "not_good" }], "one of the two rules should hold for the report");
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
            JsonElement.Parse(Examples.Data), JsonElement.Parse(rules), cancellationToken);
        var failure = await TourOutput.FailureOfAsync(handle, cancellationToken);
        output.Say($"five rules, four of them wrong: {failure.RemoteExceptionType}:");
        output.Say($"{failure.RemoteMessage.Replace("condition '", "\n    '", StringComparison.Ordinal)}");

        string[] wrong = ["value_is", "is_holiday", "high_priority_procesing", "strict"];
        TourOutput.Promise(
            failure.RemoteExceptionType == typeof(ConditionException).FullName
            && wrong.All(name => failure.RemoteMessage.Contains(name, StringComparison.Ordinal)),
            "all that is wrong should be named at once");

        // Had the rule that is fine been obeyed, this would join its task.
        var probe = await datasets.ProcessLargeDataset.DelayAsync(dataset.Id, UnlikeOthers, cancellationToken);
        output.Say($"nothing was dispatched, the task of the rule that is fine neither");
        TourOutput.Promise(!probe.WasDeduplicated, "nothing should have been dispatched");
        await probe.CancelAsync("It was only asked for to see whether it was there.", cancellationToken);
    }

    private async Task<IReadOnlyList<ConditionOutcome>> RunAsync(JsonElement data, string rules, CancellationToken cancellationToken)
    {
        var handle = await conditionals.ConditionalProcessing.DelayAsync(data, JsonElement.Parse(rules), cancellationToken);
        var scheduled = await handle.GetAsync(TourOutput.Patience, cancellationToken);
        foreach (var rule in scheduled)
        {
            output.Say($"{rule.Condition}: {rule.Task} {rule.Status} as {rule.TaskId}");
        }

        return scheduled;
    }
}

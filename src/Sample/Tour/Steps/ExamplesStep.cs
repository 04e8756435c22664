using System.Text.Json;

namespace TaskGen.Sample;

/// <summary>Dispatches three tasks and then waits for their results, as at the end of the Celery example.</summary>
/// <param name="datasets">The client of the tasks on data sets.</param>
/// <param name="users">The client of the tasks on users.</param>
/// <param name="conditionals">The client of the tasks that rules select.</param>
/// <param name="output">The output of the step.</param>
internal sealed class ExamplesStep(
    DatasetTasksClient datasets, UserTasksClient users, ConditionalTasksClient conditionals, TourOutput output) : ITourStep
{
    /// <summary>The rules of the Celery example.</summary>
    public const string Conditions = """
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

    /// <summary>The data of the Celery example.</summary>
    public const string Data = """{ "priority_score": 85, "validation_required": true }""";

    public string Title => "Putting it together";

    public string Shows => "Three dispatches, then their three results";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        int[] ids = [.. Enumerable.Range(1, 1_000)];
        var (data, rules) = (JsonElement.Parse(Data), JsonElement.Parse(Conditions));
        // <snippet ExamplesStep>
        var result1 = await datasets.ProcessLargeDataset.DelayAsync(
            dataset.Id,
            new(Normalize: true, Validate: true, QualityThreshold: 0.95),
            cancellationToken);
        var result2 = await users.BatchProcessUsers.DelayAsync(
            ids, UserOperation.Activate, batchSize: 50,
            cancellationToken: cancellationToken);
        var result3 = await conditionals.ConditionalProcessing
            .DelayAsync(data, rules, cancellationToken);
        // </snippet>
        await output.FollowAsync(result2, cancellationToken);
        var rows = await result1.GetAsync(cancellationToken);
        var batches = await result2.GetAsync(cancellationToken);
        var scheduled = await result3.GetAsync(cancellationToken);
        var origin = result1.WasDeduplicated ? " (the stored result of an equal dispatch)" : "";
        output.Say($"Dataset processing: {rows.Processed:N0} rows, {rows.Invalid} invalid{origin}");
        output.Say($"Batch processing: {batches.Processed} processed and {batches.Failed} failed of {batches.TotalUsers} users");
        output.Say($"Conditional processing: {string.Join(", ", scheduled.Select(static rule => $"{rule.Task} {rule.Status}"))}");
        output.Check(
            batches.TotalUsers == ids.Length && batches.Processed + batches.Failed == ids.Length, "Every user was counted exactly once");
        output.Check(scheduled.Count == 2, "Both rules apply to the data");
    }
}

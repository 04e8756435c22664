using System.Text.Json;

namespace TaskGen.Sample;

/// <summary>The document's <c>example_task_patterns</c>: three tasks are dispatched, then their results are awaited.</summary>
/// <param name="datasets">Tasks on data sets.</param>
/// <param name="users">Tasks on users.</param>
/// <param name="conditionals">Tasks that rules choose.</param>
/// <param name="output">Where to print.</param>
internal sealed class Examples(DatasetTasksClient datasets, UserTasksClient users, ConditionalTasksClient conditionals, TourOutput output)
{
    /// <summary>The document's own rules.</summary>
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

    /// <summary>The document's own data.</summary>
    public const string Data = """{ "priority_score": 85, "validation_required": true }""";

    /// <summary>Runs them.</summary>
    /// <param name="datasetId">The data set.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>A task that completes when all three have been printed.</returns>
    public async Task RunAsync(int datasetId, CancellationToken cancellationToken)
    {
        var result1 = await datasets.ProcessLargeDataset.DelayAsync(
            datasetId, new ProcessingOptions(Normalize: true, Validate: true, QualityThreshold: 0.95), cancellationToken);

        int[] userIds = [.. Enumerable.Range(1, 1_000)];
        var result2 = await users.BatchProcessUsers.DelayAsync(
            userIds, UserOperation.Activate, batchSize: 50, cancellationToken: cancellationToken);

        var result3 = await conditionals.ConditionalProcessing.DelayAsync(
            JsonElement.Parse(Data), JsonElement.Parse(Conditions), cancellationToken);

        var dataset = await result1.GetAsync(TourOutput.Patience, cancellationToken);
        var batches = await result2.GetAsync(TourOutput.Patience, cancellationToken);
        var scheduled = await result3.GetAsync(TourOutput.Patience, cancellationToken);
        var origin = result1.WasDeduplicated ? " (an equal dispatch came first: its result)" : "";
        output.Say($"Dataset processing: {dataset.Processed} rows, {dataset.Invalid} invalid{origin}");
        output.Say($"Batch processing: {batches}");
        var outcomes = scheduled.Select(static rule => $"{rule.Condition} {rule.Status} {rule.Task} as {rule.TaskId}");
        output.Say($"Conditional processing: {string.Join(", ", outcomes)}");
        TourOutput.Promise(
            batches.TotalUsers == userIds.Length && batches.Processed + batches.Failed == userIds.Length,
            "each user should be counted once");
        TourOutput.Promise(scheduled.Count == 2, "both conditions hold for the document's data");
    }
}

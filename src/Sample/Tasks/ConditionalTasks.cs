using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace TaskGen.Sample;

/// <summary>
/// Contains tasks that rules select by name. Rules are data, so the names of the tasks and their parameters must not change. The names are
/// taken from the Celery example that this sample ports.
/// </summary>
/// <param name="dispatcher">The dispatcher that validates rules and dispatches their tasks.</param>
/// <param name="store">The database.</param>
[SuppressMessage(
    "Naming", "CA1707", Justification = "Rules use the names of the parameters, and the rules of the Celery example are given.")]
public sealed class ConditionalTasks(ConditionalDispatcher dispatcher, IDatasetStore store)
{
    /// <summary>
    /// Evaluates rules on data and dispatches the task of each rule whose condition is met. The task is not retried, because errors in
    /// rules are permanent, and another attempt would dispatch the same tasks again.
    /// </summary>
    /// <param name="data">The data that the rules evaluate, a JSON object.</param>
    /// <param name="conditions">The rules, in the format of <see cref="ConditionSet"/>.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling the task also cancels the tasks that it dispatched.
    /// </param>
    /// <returns>The dispatched tasks, in the order of the rules.</returns>
    /// <exception cref="ConditionException">A rule is not valid. The message lists all errors. No task was dispatched.</exception>
    [Task(Name = "conditional_processing")]
    public async Task<IReadOnlyList<ConditionOutcome>> ConditionalProcessing(
        JsonElement data, JsonElement conditions, CancellationToken cancellationToken)
    {
        var scheduled = await dispatcher.DispatchAsync(data, ConditionSet.Parse(conditions), cancellationToken);
        return [.. scheduled.Select(static task => new ConditionOutcome(task.Condition, task.TaskName, task.TaskId, "scheduled"))];
    }

    /// <summary>Finds the flights with the longest delays.</summary>
    /// <param name="priority_level">The level that specifies the minimum delay: <c>urgent</c>, <c>high</c>, or <c>normal</c>.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The number of flights, and the flight with the longest delay.</returns>
    /// <exception cref="TaskRejectedException">The level does not exist, or the data set has not been imported.</exception>
    [Task(Name = "high_priority_processing")]
    public async Task<PriorityFlights> HighPriorityProcessing(string priority_level, CancellationToken cancellationToken)
    {
        var minutes = MinutesOf(priority_level);
        var dataset = await FindAsync(cancellationToken);
        var flights = 0;
        var latest = default(FlightRow);
        await foreach (var row in store.ReadRowsAsync(dataset.Id, cancellationToken))
        {
            if (row.Delay >= minutes && FlightRules.Check(row) is null)
            {
                flights++;
                latest = row.Delay > (latest.Delay ?? 0) ? row : latest;
            }
        }

        return new PriorityFlights(priority_level, minutes, flights, latest.Number, latest.Delay ?? 0);
    }

    /// <summary>Counts the invalid rows of the data set.</summary>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <param name="strict_mode">
    /// <see langword="true"/> to apply all <see cref="FlightRules"/>; <see langword="false"/> to count only rows with a missing value or an
    /// invalid departure time.
    /// </param>
    /// <returns>The counts.</returns>
    /// <exception cref="TaskRejectedException">The data set has not been imported.</exception>
    [Task(Name = "validate_data_quality")]
    public async Task<QualityCheck> ValidateDataQuality(CancellationToken cancellationToken, bool strict_mode = false)
    {
        var dataset = await FindAsync(cancellationToken);
        var rows = 0;
        var invalid = new SortedDictionary<InvalidReason, int>();
        await foreach (var row in store.ReadRowsAsync(dataset.Id, cancellationToken))
        {
            rows++;
            if (FlightRules.Check(row) is { } broken && (strict_mode || FlightRules.IsUnreadable(broken)))
            {
                invalid[broken] = invalid.GetValueOrDefault(broken) + 1;
            }
        }

        return new QualityCheck(dataset.Id, strict_mode, rows, invalid.Values.Sum(), invalid);
    }

    /// <summary>Determines whether the share of invalid rows in a report is greater than a specified share.</summary>
    /// <param name="data">A <see cref="DatasetReport"/> as JSON.</param>
    /// <param name="parameters">An object with the property <c>share</c>, from 0 to 1.</param>
    /// <returns><see langword="true"/> if the share of invalid rows is greater; otherwise, <see langword="false"/>.</returns>
    // <snippet ConditionsStep>
    [Condition("invalid_share_above")]
    public static bool InvalidShareAbove(
        JsonElement data, JsonElement parameters) =>
        data.GetProperty("invalid").GetInt32()
            > data.GetProperty("processed").GetInt32()
            * parameters.GetProperty("share").GetDouble();
    // </snippet>

    private static int MinutesOf(string level) => level switch
    {
        "urgent" => 180,
        "high" => 60,
        "normal" => 15,
        _ => throw new TaskRejectedException($"Priority level '{level}' does not exist. The levels are: urgent, high, and normal."),
    };

    private async Task<Dataset> FindAsync(CancellationToken cancellationToken) =>
        await store.FindAsync(FlightArchive.Name, cancellationToken)
        ?? throw new TaskRejectedException($"Data set {FlightArchive.Name} has not been imported.");
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace TaskGen.Sample;

/// <summary>
/// Tasks that rules choose by name. Rules are data, so these names and those of the arguments are part of a contract: they are the
/// document's own.
/// </summary>
/// <param name="dispatcher">Checks rules and dispatches what they name.</param>
/// <param name="store">The database.</param>
[SuppressMessage(
    "Naming", "CA1707", Justification = "Rules name arguments as the parameters are called, and these rules were there first.")]
public sealed class ConditionalTasks(ConditionalDispatcher dispatcher, IDatasetStore store)
{
    /// <summary>
    /// Holds data against rules and dispatches the task of each that holds. It is not retried: what is wrong with rules is wrong again, and
    /// what was dispatched would be dispatched again.
    /// </summary>
    /// <param name="data">What the rules look at: one JSON object.</param>
    /// <param name="conditions">The rules, as <see cref="ConditionSet"/> has them.</param>
    /// <param name="cancellationToken">Ends it; canceling the task cancels also what it has dispatched.</param>
    /// <returns>What was dispatched, in the order of the rules.</returns>
    /// <exception cref="ConditionException">Something is wrong with a rule; all of it is listed, and nothing was dispatched.</exception>
    [Task(Name = "conditional_processing")]
    public async Task<IReadOnlyList<ConditionOutcome>> ConditionalProcessing(
        JsonElement data, JsonElement conditions, CancellationToken cancellationToken)
    {
        var scheduled = await dispatcher.DispatchAsync(data, ConditionSet.Parse(conditions), cancellationToken);
        return [.. scheduled.Select(static task => new ConditionOutcome(task.Condition, task.TaskName, task.TaskId, "scheduled"))];
    }

    /// <summary>Finds the flights that are to be looked at first.</summary>
    /// <param name="priority_level">How late they are: <c>urgent</c>, <c>high</c> or <c>normal</c>.</param>
    /// <param name="cancellationToken">Ends it between two rows.</param>
    /// <returns>How many there are, and the latest of them.</returns>
    /// <exception cref="TaskRejectedException">There is no such level, or no data set.</exception>
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

    /// <summary>Counts the rows of the data set that break a rule.</summary>
    /// <param name="cancellationToken">Ends it between two rows.</param>
    /// <param name="strict_mode">
    /// Whether all of <see cref="FlightRules"/> hold; otherwise only rows that cannot be read at all are counted.
    /// </param>
    /// <returns>The counts.</returns>
    /// <exception cref="TaskRejectedException">There is no data set.</exception>
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

    /// <summary>Holds for a report of a data set of which more than a share was invalid.</summary>
    /// <param name="data">A <see cref="DatasetReport"/> as JSON.</param>
    /// <param name="parameters"><c>share</c>, 0 to 1.</param>
    /// <returns>Whether it holds.</returns>
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
        _ => throw new TaskRejectedException($"There is no priority level '{level}'. There are: urgent, high, normal."),
    };

    private async Task<Dataset> FindAsync(CancellationToken cancellationToken) =>
        await store.FindAsync(FlightArchive.Name, cancellationToken)
        ?? throw new TaskRejectedException($"The data set {FlightArchive.Name} is not imported.");
}

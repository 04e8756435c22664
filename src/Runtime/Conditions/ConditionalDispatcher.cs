using System.Text.Json;
using TaskGen.Client;
using TaskGen.Conditions;
using TaskGen.Definitions;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>
/// Dispatches the tasks whose conditions hold for some data. All rules are checked before any task is dispatched, also those whose
/// conditions do not hold.
/// </summary>
public sealed class ConditionalDispatcher
{
    private static readonly JsonElement NoData = JsonElement.Parse("{}");

    private readonly TaskRegistry _registry;
    private readonly ConditionTable _functions;

    internal ConditionalDispatcher(TaskRegistry registry, ConditionTable functions) => (_registry, _functions) = (registry, functions);

    /// <summary>Dispatches the tasks of all rules whose conditions hold, in the order of the rules.</summary>
    /// <param name="data">What the conditions look at: one JSON object.</param>
    /// <param name="conditions">The rules.</param>
    /// <param name="cancellationToken">Ends the dispatch; tasks that are dispatched already go on.</param>
    /// <returns>What was dispatched.</returns>
    /// <exception cref="ConditionException">A type, function or task is not known, parameters or arguments do not fit, the data are no
    /// object or hold no number where one is compared, or a function threw. All that is wrong is listed, and nothing was
    /// dispatched.</exception>
    /// <exception cref="TaskBrokerException">
    /// The broker refused or could not be reached; the message names what had been dispatched by then.
    /// </exception>
    public async Task<IReadOnlyList<ScheduledTask>> DispatchAsync(
        JsonElement data, ConditionSet conditions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        cancellationToken.ThrowIfCancellationRequested();
        List<ScheduledTask> scheduled = [];
        foreach (var (rule, dispatch) in Choose(data, conditions))
        {
            try
            {
                scheduled.Add(
                    new ScheduledTask(rule.Name, rule.Task, await _registry.SendAsync(dispatch, cancellationToken).ConfigureAwait(false)));
            }
            catch (TaskBrokerException exception) when (scheduled.Count > 0)
            {
                var done = string.Join(", ", scheduled.Select(static task => $"'{WireNames.Show(task.Condition)}' as {task.TaskId}"));
                throw new TaskBrokerException(
                    $"The tasks of conditions were dispatched ({done}), then the broker refused that of '{WireNames.Show(rule.Name)}': "
                    + $"{exception.Message}",
                    exception);
            }
        }

        return scheduled;
    }

    /// <summary>Dispatches the tasks of all rules whose conditions hold, in the order of the rules.</summary>
    /// <param name="jsonData">What the conditions look at: the text of one JSON object.</param>
    /// <param name="conditions">The rules.</param>
    /// <param name="cancellationToken">Ends the dispatch; tasks that are dispatched already go on.</param>
    /// <inheritdoc cref="DispatchAsync(JsonElement, ConditionSet, CancellationToken)"/>
    public async Task<IReadOnlyList<ScheduledTask>> DispatchAsync(
        string jsonData, ConditionSet conditions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(jsonData);
        return await DispatchAsync(ConditionJson.Parse(jsonData, "data"), conditions, cancellationToken).ConfigureAwait(false);
    }

    private List<(ConditionRule Rule, NamedDispatch Dispatch)> Choose(JsonElement data, ConditionSet conditions)
    {
        var errors = new ConditionErrors();
        if (data.ValueKind != JsonValueKind.Object)
        {
            errors.Add("the data must be one JSON object");
            data = NoData;
        }

        List<(ConditionRule Rule, Func<bool> Holds, NamedDispatch? Dispatch)> resolved = [];
        foreach (var rule in conditions.Rules)
        {
            resolved.Add((rule, ConditionTypes.Resolve(rule, data, _functions, errors), Bind(rule, errors)));
        }

        errors.ThrowIfAny();

        // The user's own functions last: they run only where nothing else is wrong.
        List<(ConditionRule Rule, NamedDispatch Dispatch)> chosen = [];
        foreach (var (rule, holds, dispatch) in resolved)
        {
            if (Ask(rule, holds, errors))
            {
                chosen.Add((rule, dispatch!));
            }
        }

        errors.ThrowIfAny();
        return chosen;
    }

    private NamedDispatch? Bind(ConditionRule rule, ConditionErrors errors)
    {
        try
        {
            var dispatch = _registry.Bind(rule.Task, rule.Arguments);
            _registry.Check(dispatch);
            return dispatch;
        }
        catch (TaskArgumentException exception)
        {
            foreach (var error in exception.Errors)
            {
                errors.Add(rule.Name, $"task '{WireNames.Show(rule.Task)}': {error}", exception);
            }
        }
        catch (TaskPayloadTooLargeException exception)
        {
            errors.Add(rule.Name, exception.Message, exception);
        }

        return null;
    }

    private static bool Ask(ConditionRule rule, Func<bool> holds, ConditionErrors errors)
    {
        try
        {
            return holds();
        }
        catch (Exception exception)
        {
            errors.Add(rule.Name, $"its function threw {exception.GetType()}", exception);
            return false;
        }
    }
}

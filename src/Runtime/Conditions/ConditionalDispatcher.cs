using System.Text.Json;
using TaskGen.Client;
using TaskGen.Conditions;
using TaskGen.Definitions;
using TaskGen.Primitives;

namespace TaskGen;

/// <summary>Dispatches the tasks of rules whose conditions are met by specified data.</summary>
/// <remarks>
/// All rules are checked before any task is dispatched, including the rules whose conditions are not met. Get an instance from the services
/// of the host.
/// </remarks>
/// <example>
/// <code>
/// using var data = JsonDocument.Parse("""{ "score": 85 }""");
/// IReadOnlyList&lt;ScheduledTask&gt; scheduled = await dispatcher.DispatchAsync(data.RootElement, rules);
/// foreach (var task in scheduled)
/// {
///     Console.WriteLine($"{task.Condition}: {task.TaskName} {task.TaskId}");
/// }
/// </code>
/// </example>
public sealed class ConditionalDispatcher
{
    private static readonly JsonElement NoData = JsonElement.Parse("{}");

    private readonly TaskRegistry _registry;
    private readonly ConditionTable _functions;

    internal ConditionalDispatcher(TaskRegistry registry, ConditionTable functions) => (_registry, _functions) = (registry, functions);

    /// <summary>Dispatches the tasks of all rules whose conditions are met, in the order of the rules.</summary>
    /// <param name="data">The data that the conditions evaluate, a JSON object.</param>
    /// <param name="conditions">The rules.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it does not cancel tasks that have been dispatched.
    /// </param>
    /// <returns>The dispatched tasks, in the order of the rules.</returns>
    /// <exception cref="ConditionException">
    /// A condition type, function, or task does not exist, parameters or arguments are not valid, the data is not a JSON object, a field
    /// that is compared with a threshold is not a number, or a function threw an exception. The message lists all problems. No task was
    /// dispatched.
    /// </exception>
    /// <exception cref="TaskBrokerException">
    /// The broker refused a task or could not be reached. The message lists the tasks that had already been dispatched.
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
                    $"The tasks for these conditions were dispatched: {done}. The broker refused the task for condition "
                    + $"'{WireNames.Show(rule.Name)}': {exception.Message}",
                    exception);
            }
        }

        return scheduled;
    }

    /// <summary>Dispatches the tasks of all rules whose conditions are met, in the order of the rules.</summary>
    /// <param name="jsonData">The data that the conditions evaluate, as a string that contains a JSON object.</param>
    /// <param name="conditions">The rules.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it does not cancel tasks that have been dispatched.
    /// </param>
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

        // The functions of the application are called last, and only if there are no other problems.
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
            errors.Add(rule.Name, $"its condition function threw {exception.GetType()}", exception);
            return false;
        }
    }
}

using System.Text.Json;

namespace TaskGen;

/// <summary>Dispatches tasks by their wire names, with arguments as JSON.</summary>
/// <remarks>
/// Use it for rules, schedules, and tools that do not know the task types at compile time. Arguments are checked before the dispatch: a
/// missing argument, an unknown argument, or a value of the wrong type causes an exception.
/// </remarks>
public interface ITaskRegistry
{
    /// <summary>Gets the tasks that are registered in this host, ordered by their wire names.</summary>
    IReadOnlyList<TaskDescriptor> Tasks { get; }

    /// <summary>Dispatches a task by its wire name, with its arguments as a JSON element.</summary>
    /// <param name="name">The wire name or an alias of the task. The task is always dispatched under its wire name.</param>
    /// <param name="arguments">
    /// A JSON object with one property per parameter. Property names must match parameter names exactly. Parameters with default values
    /// can be omitted.
    /// </param>
    /// <param name="options">
    /// The options that override the values of the <see cref="TaskAttribute"/>; <see langword="null"/> overrides none.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the dispatch; a task that was enqueued is not canceled.
    /// </param>
    /// <returns>The handle of the dispatched task. If the task returns a result, the handle is a <see cref="TaskHandle{T}"/>.</returns>
    /// <exception cref="TaskArgumentException">
    /// No task has this wire name or alias, or an argument is missing, unknown, or not valid. The message lists all problems. No task was
    /// enqueued.
    /// </exception>
    /// <exception cref="ArgumentException">An option is not valid. No task was enqueued.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The arguments or the headers exceed the size limit. No task was enqueued.</exception>
    /// <exception cref="TaskBrokerException">The broker rejected the dispatch or could not be reached. No task was enqueued.</exception>
    /// <exception cref="TaskEnqueueUnknownException">The broker did not answer. It is not known whether the task was enqueued.</exception>
    Task<TaskHandle> DelayAsync(
        string name, JsonElement arguments, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Dispatches a task by its wire name, with its arguments as a JSON string.</summary>
    /// <param name="name">The wire name or an alias of the task. The task is always dispatched under its wire name.</param>
    /// <param name="jsonArguments">
    /// A string that contains a JSON object with one property per parameter. Property names must match parameter names exactly. Parameters
    /// with default values can be omitted.
    /// </param>
    /// <param name="options">
    /// The options that override the values of the <see cref="TaskAttribute"/>; <see langword="null"/> overrides none.
    /// </param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the dispatch; a task that was enqueued is not canceled.
    /// </param>
    /// <inheritdoc cref="DelayAsync(string, JsonElement, EnqueueOptions, CancellationToken)"/>
    Task<TaskHandle> DelayAsync(
        string name, string jsonArguments, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Returns the arguments of a task for display, with each <see cref="SensitiveAttribute">sensitive</see> value replaced by
    /// <c>"***"</c>.
    /// </summary>
    /// <remarks>
    /// Values that might be sensitive are also replaced: arguments that the task does not have, and the whole string if no task has this
    /// wire name or alias, or if the string is not a JSON object.
    /// </remarks>
    /// <param name="name">The wire name or an alias of the task.</param>
    /// <param name="jsonArguments">The arguments, as a string that contains a JSON object.</param>
    /// <returns>A JSON string for display. Do not use it for a dispatch.</returns>
    string MaskArguments(string name, string jsonArguments);
}

using System.Text.Json;

namespace TaskGen;

/// <summary>Dispatches tasks by their wire names, with arguments as JSON.</summary>
/// <remarks>
/// Use it for rules, schedules and tools that do not know the types of the tasks. Arguments are checked before the dispatch: a missing
/// argument, an unknown argument and a value of the wrong type are errors, as they are for the compiler.
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
    /// <param name="options">The options that override those of the task; <see langword="null"/> overrides none.</param>
    /// <param name="cancellationToken">
    /// The token to monitor for cancellation requests. Canceling it stops the dispatch; a task that was enqueued is not canceled.
    /// </param>
    /// <returns>The handle of the dispatched task. If the task returns a result, it is a <see cref="TaskHandle{T}"/>.</returns>
    /// <exception cref="TaskArgumentException">
    /// No task has this wire name or alias, or an argument is missing, unknown or not valid. All problems are listed, and no task was
    /// enqueued.
    /// </exception>
    /// <exception cref="ArgumentException">An option is not valid. No task was enqueued.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The arguments or the headers exceed the size limit. No task was enqueued.</exception>
    /// <exception cref="TaskBrokerException">The broker rejected the dispatch or could not be reached. No task was enqueued.</exception>
    /// <exception cref="TaskEnqueueUnknownException">The broker did not answer. It is not known whether the task was enqueued.</exception>
    Task<TaskHandle> DelayAsync(
        string name, JsonElement arguments, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Dispatches a task by its wire name, with its arguments as JSON text.</summary>
    /// <param name="name">The wire name or an alias of the task. The task is always dispatched under its wire name.</param>
    /// <param name="jsonArguments">
    /// The text of a JSON object with one property per parameter. Property names must match parameter names exactly. Parameters with
    /// default values can be omitted.
    /// </param>
    /// <param name="options">The options that override those of the task; <see langword="null"/> overrides none.</param>
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
    /// Values that are not known to be harmless are replaced too: the arguments that the task does not have, and the whole text if no task
    /// has this wire name or alias or the text is not a JSON object.
    /// </remarks>
    /// <param name="name">The wire name or an alias of the task.</param>
    /// <param name="jsonArguments">The arguments, as the text of a JSON object.</param>
    /// <returns>JSON text for display. Do not use it for a dispatch.</returns>
    string MaskArguments(string name, string jsonArguments);
}

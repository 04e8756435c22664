using System.Text.Json;

namespace TaskGen;

/// <summary>
/// Dispatches tasks by their names on the wire, with arguments that are JSON: for rules, schedules and tools that know no types. What does
/// not fit is refused as the compiler would refuse it.
/// </summary>
public interface ITaskRegistry
{
    /// <summary>The tasks of this host, by name.</summary>
    IReadOnlyList<TaskDescriptor> Tasks { get; }

    /// <summary>Dispatches a task.</summary>
    /// <param name="name">Its name on the wire, or an alias; either way it is dispatched under its name.</param>
    /// <param name="arguments">
    /// One JSON object with an argument for each parameter, by its exact name; those with defaults may be left out.
    /// </param>
    /// <param name="options">What is to be otherwise than declared.</param>
    /// <param name="cancellationToken">Ends the dispatch, not the task.</param>
    /// <returns>The handle; it is a <c>TaskHandle&lt;T&gt;</c> where the task returns something.</returns>
    /// <exception cref="TaskArgumentException">
    /// No task has this name or alias, or an argument is missing, unknown or does not fit; all that is wrong is listed, and nothing was
    /// enqueued.
    /// </exception>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The arguments are over the limit.</exception>
    /// <exception cref="TaskBrokerException">The broker refused or could not be reached.</exception>
    Task<TaskHandle> DelayAsync(
        string name, JsonElement arguments, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Dispatches a task.</summary>
    /// <param name="name">Its name on the wire, or an alias; either way it is dispatched under its name.</param>
    /// <param name="jsonArguments">The arguments as the text of one JSON object.</param>
    /// <param name="options">What is to be otherwise than declared.</param>
    /// <param name="cancellationToken">Ends the dispatch, not the task.</param>
    /// <inheritdoc cref="DelayAsync(string, JsonElement, EnqueueOptions, CancellationToken)"/>
    Task<TaskHandle> DelayAsync(
        string name, string jsonArguments, EnqueueOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// The arguments of a task as people may see them: each value that is <see cref="SensitiveAttribute">sensitive</see> is <c>"***"</c>.
    /// What is not known to be harmless is hidden too: arguments that the task does not have, and everything where no task has this name or
    /// the text is no JSON object.
    /// </summary>
    /// <param name="name">Its name on the wire.</param>
    /// <param name="jsonArguments">The arguments as the text of one JSON object.</param>
    /// <returns>JSON for people, not for a dispatch.</returns>
    string MaskArguments(string name, string jsonArguments);
}

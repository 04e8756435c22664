using System.ComponentModel;
using System.Text.Json;
using TaskGen.CompilerServices;

namespace TaskGen;

/// <summary>
/// The seam between generated code and the runtime: what a task is, without reflection. Implemented explicitly by the generated task type.
/// </summary>
/// <typeparam name="TArgs">The payload, a record struct.</typeparam>
/// <typeparam name="TResult">What the task returns; <see cref="NoResult"/> where it is void.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskDefinition<TArgs, TResult>
{
    /// <summary>The name on the wire.</summary>
    static abstract string Name { get; }

    /// <summary>
    /// The other names under which workers take the task, as declared. The first one names its idempotency keys instead of
    /// <see cref="Name"/>.
    /// </summary>
    static virtual IReadOnlyList<string> Aliases => [];

    /// <summary>What the attribute says.</summary>
    static abstract TaskDefaults Defaults { get; }

    /// <summary>What of payload and result must not be seen by people; null: nothing.</summary>
    static virtual TaskSensitivity? Sensitivity => null;

    /// <summary>Writes the payload as one JSON object keyed by parameter name.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="args">The payload.</param>
    /// <param name="options">The types of the user.</param>
    static abstract void WriteArgs(Utf8JsonWriter writer, in TArgs args, JsonSerializerOptions options);

    /// <summary>
    /// Writes what makes two payloads of an idempotent task equal: the payload without the arguments that equal their defaults.
    /// </summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="args">The payload.</param>
    /// <param name="options">The types of the user.</param>
    /// <returns>Whether anything was written; where not, the whole payload is the key.</returns>
    /// <remarks>Leaving defaults out keeps the keys of tasks in flight when an optional parameter is added.</remarks>
    static virtual bool WriteKey(Utf8JsonWriter writer, in TArgs args, JsonSerializerOptions options) => false;

    /// <summary>Reads a payload; a missing argument takes its default.</summary>
    /// <param name="reader">Before the first token of the payload.</param>
    /// <param name="options">The types of the user.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="TaskArgumentException">The payload does not fit; the message lists what is wrong.</exception>
    static abstract TArgs ReadArgs(ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>Says what the payload holds, for dispatch by name.</summary>
    /// <param name="options">The types of the user.</param>
    /// <returns>The parameters in order; null where the definition does not say, so that an argument of any name is let through.</returns>
    static virtual IReadOnlyList<TaskParameterDescriptor>? DescribeParameters(JsonSerializerOptions options) => null;

    /// <summary>Writes a result as one JSON value.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="result">The result.</param>
    /// <param name="options">The types of the user.</param>
    static abstract void WriteResult(Utf8JsonWriter writer, TResult result, JsonSerializerOptions options);

    /// <summary>Reads a result.</summary>
    /// <param name="reader">Before the first token of the result.</param>
    /// <param name="options">The types of the user.</param>
    /// <returns>The result.</returns>
    static abstract TResult ReadResult(ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>Builds the user's class from the services of the execution and calls the method.</summary>
    /// <param name="args">The payload.</param>
    /// <param name="context">The execution.</param>
    /// <param name="cancellationToken">The token of the execution.</param>
    /// <returns>What the method returned.</returns>
    static abstract ValueTask<TResult> InvokeAsync(TArgs args, TaskContext context, CancellationToken cancellationToken);
}

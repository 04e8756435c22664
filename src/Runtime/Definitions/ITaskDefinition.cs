using System.ComponentModel;
using System.Text.Json;
using TaskGen.CompilerServices;

namespace TaskGen;

/// <summary>Describes a task to the runtime without reflection. The generated task type implements it explicitly.</summary>
/// <typeparam name="TArgs">The payload type of the task, a record struct.</typeparam>
/// <typeparam name="TResult">The result type of the task; <see cref="NoResult"/> if the task returns no value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ITaskDefinition<TArgs, TResult>
{
    /// <summary>Gets the wire name of the task.</summary>
    static abstract string Name { get; }

    /// <summary>
    /// Gets the other names under which workers accept the task, in the declared order. If there are any, idempotency keys are computed
    /// from the first one instead of from <see cref="Name"/>.
    /// </summary>
    static virtual IReadOnlyList<string> Aliases => [];

    /// <summary>Gets the values of the <see cref="TaskAttribute"/>.</summary>
    static abstract TaskDefaults Defaults { get; }

    /// <summary>
    /// Gets the sensitive parts of the payload, the result, and the progress reports; <see langword="null"/> if there are none.
    /// </summary>
    static virtual TaskSensitivity? Sensitivity => null;

    /// <summary>Writes the payload as one JSON object with one property per parameter.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="args">The payload.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    static abstract void WriteArgs(Utf8JsonWriter writer, in TArgs args, JsonSerializerOptions options);

    /// <summary>
    /// Writes one JSON object with the names of the arguments from which the idempotency key is computed: those that do not equal their
    /// defaults. The values in this object are ignored; the key is computed from the values in the written payload.
    /// </summary>
    /// <param name="writer">The writer.</param>
    /// <param name="args">The payload.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>
    /// <see langword="true"/> if the names were written; <see langword="false"/> if the key is computed from the whole payload.
    /// </returns>
    /// <remarks>
    /// Because arguments that equal their defaults are left out, the keys of existing tasks stay the same when an optional parameter is
    /// added.
    /// </remarks>
    static virtual bool WriteKey(Utf8JsonWriter writer, in TArgs args, JsonSerializerOptions options) => false;

    /// <summary>Reads a payload. If an optional argument is missing, its default value is used.</summary>
    /// <param name="reader">The reader, positioned before the first token of the payload.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The payload.</returns>
    /// <exception cref="TaskArgumentException">
    /// The payload does not match the parameters of the task. The message lists all problems.
    /// </exception>
    static abstract TArgs ReadArgs(ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>Describes the payload parameters, for dispatch by name.</summary>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>
    /// The parameters in order; <see langword="null"/> if the definition does not describe them, in which case arguments with any name are
    /// accepted.
    /// </returns>
    static virtual IReadOnlyList<TaskParameterDescriptor>? DescribeParameters(JsonSerializerOptions options) => null;

    /// <summary>Writes a result as one JSON value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="result">The result.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    static abstract void WriteResult(Utf8JsonWriter writer, TResult result, JsonSerializerOptions options);

    /// <summary>Reads a result.</summary>
    /// <param name="reader">The reader, positioned before the first token of the result.</param>
    /// <param name="options">The JSON serializer options of the host.</param>
    /// <returns>The result.</returns>
    static abstract TResult ReadResult(ref Utf8JsonReader reader, JsonSerializerOptions options);

    /// <summary>
    /// Creates an instance of the task class with the services of the execution, calls the task method, and disposes of the instance. If
    /// the instance is disposed of, <see cref="TaskRuntime.Result"/> is called with the result before that.
    /// </summary>
    /// <param name="args">The payload.</param>
    /// <param name="context">The context of the execution.</param>
    /// <param name="cancellationToken">The cancellation token of the execution.</param>
    /// <returns>The return value of the task method.</returns>
    static abstract ValueTask<TResult> InvokeAsync(TArgs args, TaskContext context, CancellationToken cancellationToken);
}

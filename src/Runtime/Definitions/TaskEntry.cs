using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Exceptions;

namespace TaskGen.Definitions;

/// <summary>Represents a registered task independently of its types: arguments and results are passed as bytes.</summary>
internal abstract class TaskEntry(
    string name, IReadOnlyList<string> aliases, TaskDefaults defaults, TaskSensitivity? sensitivity, string declaration)
{
    public string Name { get; } = name;

    /// <summary>The distinct aliases of the task.</summary>
    public IReadOnlyList<string> Aliases { get; } = [.. aliases.Distinct(StringComparer.Ordinal).Where(alias => alias != name)];

    public TaskDefaults Defaults { get; } = defaults;

    /// <summary>The sensitive parts of the payload, the result, and the progress reports; null if there are none.</summary>
    public TaskSensitivity? Sensitivity { get; } = sensitivity;

    /// <summary>The name of the generated type, for messages.</summary>
    public string Declaration { get; } = declaration;

    /// <summary>Returns the payload parameters in order, or null if the task definition does not describe them.</summary>
    /// <param name="options">The JSON options of the host.</param>
    public abstract IReadOnlyList<TaskParameterDescriptor>? DescribeParameters(JsonSerializerOptions options);

    /// <summary>Reads the arguments of a task that is dispatched by its wire name.</summary>
    /// <param name="arguments">The arguments as UTF-8 JSON.</param>
    /// <param name="options">The JSON options of the host.</param>
    /// <exception cref="TaskArgumentException">The arguments do not match the parameters of the task.</exception>
    public abstract NamedDispatch Bind(ReadOnlySpan<byte> arguments, JsonSerializerOptions options);

    /// <summary>Reads the arguments, calls the task method, and writes the result.</summary>
    /// <param name="arguments">The arguments as UTF-8 JSON.</param>
    /// <param name="context">The context of the execution.</param>
    /// <param name="options">The JSON options of the host.</param>
    /// <param name="keepResult">
    /// <see langword="true"/> to write the result, because it is stored; otherwise, <see langword="false"/>.
    /// </param>
    /// <returns>The result as UTF-8 JSON; empty if the task returns no value or the result is not stored.</returns>
    /// <exception cref="UnreadablePayloadException">
    /// The arguments do not match the parameters of the task. The task method was not called.
    /// </exception>
    /// <exception cref="TaskResultException">The return value of the task method cannot be stored.</exception>
    public abstract ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(
        ReadOnlyMemory<byte> arguments, TaskContext context, JsonSerializerOptions options, bool keepResult);

    /// <summary>Writes a value that a test specifies as the result of the task.</summary>
    /// <param name="result">The result; null if the task returns no value.</param>
    /// <param name="options">The JSON options of the client.</param>
    /// <returns>The result as UTF-8 JSON; empty if the task returns no value.</returns>
    /// <exception cref="ArgumentException">The value is not of the result type of the task.</exception>
    public abstract ReadOnlyMemory<byte> WriteResult(object? result, JsonSerializerOptions options);
}

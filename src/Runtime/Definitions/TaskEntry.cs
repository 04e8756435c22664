using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Exceptions;

namespace TaskGen.Definitions;

/// <summary>One registered task, its types hidden behind bytes.</summary>
internal abstract class TaskEntry(
    string name, IReadOnlyList<string> aliases, TaskDefaults defaults, TaskSensitivity? sensitivity, string declaration)
{
    public string Name { get; } = name;

    /// <summary>The names it had before, each once.</summary>
    public IReadOnlyList<string> Aliases { get; } = [.. aliases.Distinct(StringComparer.Ordinal).Where(alias => alias != name)];

    public TaskDefaults Defaults { get; } = defaults;

    /// <summary>What of payload and result must not be seen by people; null: nothing.</summary>
    public TaskSensitivity? Sensitivity { get; } = sensitivity;

    /// <summary>The generated type, for messages.</summary>
    public string Declaration { get; } = declaration;

    /// <summary>The payload parameters in order; null where the definition does not say.</summary>
    /// <param name="options">The types of the user.</param>
    public abstract IReadOnlyList<TaskParameterDescriptor>? DescribeParameters(JsonSerializerOptions options);

    /// <summary>Reads the arguments of a dispatch by name.</summary>
    /// <param name="arguments">UTF-8 JSON.</param>
    /// <param name="options">The types of the user.</param>
    /// <exception cref="TaskArgumentException">The arguments do not fit.</exception>
    public abstract NamedDispatch Bind(ReadOnlySpan<byte> arguments, JsonSerializerOptions options);

    /// <summary>Reads the arguments, runs the method and writes the result.</summary>
    /// <param name="arguments">UTF-8 JSON.</param>
    /// <param name="context">The execution.</param>
    /// <param name="options">The types of the user.</param>
    /// <param name="keepResult">Whether the result is worth writing.</param>
    /// <returns>UTF-8 JSON of the result; empty where there is none or it is not kept.</returns>
    /// <exception cref="UnreadablePayloadException">The arguments do not fit; the method was not called.</exception>
    /// <exception cref="TaskResultException">The method returned something that cannot be stored.</exception>
    public abstract ValueTask<ReadOnlyMemory<byte>> ExecuteAsync(
        ReadOnlyMemory<byte> arguments, TaskContext context, JsonSerializerOptions options, bool keepResult);
}

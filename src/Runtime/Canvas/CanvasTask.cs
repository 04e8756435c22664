using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Canvases;

/// <summary>
/// Represents a canvas task as it is stored until it starts. It contains all data that the canvas relay needs to enqueue the task, even in
/// a process that does not have the task's types.
/// </summary>
internal sealed record CanvasTask
{
    /// <summary>
    /// The id of the task. It is created when the canvas is dispatched, so that a repeated attempt to enqueue the task uses the same id.
    /// </summary>
    public required Guid Id { get; init; }

    /// <summary>The task without its id, arguments, and idempotency key.</summary>
    public required DispatchTemplate Template { get; init; }

    /// <summary>The arguments as one JSON object, without the argument for <see cref="InputName"/>.</summary>
    public required ReadOnlyMemory<byte> Arguments { get; init; }

    /// <summary>The name of the parameter that receives the input; <see langword="null"/> if the task has no input.</summary>
    public string? InputName { get; init; }

    /// <summary>Whether the idempotency key is computed from the arguments when they are complete.</summary>
    public bool HasArgumentKey { get; init; }

    /// <summary>The name from which the idempotency key is computed. See <see cref="IdempotencyKeys.NameFor"/>.</summary>
    public required string KeyName { get; init; }

    /// <summary>
    /// The arguments from which the idempotency key is computed: those that differ from their defaults. If the value is
    /// <see langword="null"/>, the key is computed from <see cref="Arguments"/>.
    /// </summary>
    public ReadOnlyMemory<byte>? KeyArguments { get; init; }

    /// <summary>
    /// The default value of the parameter that receives the input, as JSON; <see langword="null"/> if there is none. An input that equals
    /// the default value is not part of the idempotency key.
    /// </summary>
    public ReadOnlyMemory<byte>? InputDefault { get; init; }

    /// <summary>The idempotency key, if it was known when the canvas was dispatched; otherwise, <see langword="null"/>.</summary>
    public string? IdempotencyKey { get; init; }

    public TaskId TaskId => new(Id, Template.Queue);
}

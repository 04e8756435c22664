using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Canvases;

/// <summary>
/// A canvas task as it is stored until it is started. It has everything that the relay needs to dispatch the task without knowing its
/// types.
/// </summary>
internal sealed record CanvasTask
{
    /// <summary>The id of the task. It is created when the canvas is planned, so that a repeated dispatch has the same id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The task without its id, its arguments and its idempotency key.</summary>
    public required DispatchTemplate Template { get; init; }

    /// <summary>The arguments as one JSON object, without the argument of <see cref="InputName"/>.</summary>
    public required ReadOnlyMemory<byte> Arguments { get; init; }

    /// <summary>The name of the parameter that takes the input; null if the task takes no input.</summary>
    public string? InputName { get; init; }

    /// <summary>Whether the idempotency key is made from the arguments when they are complete.</summary>
    public bool HasArgumentKey { get; init; }

    /// <summary>The name from which the key is made: see <see cref="IdempotencyKeys.NameFor"/>.</summary>
    public required string KeyName { get; init; }

    /// <summary>
    /// The arguments from which the key is made, which are those that differ from their defaults. If null, the key is made from
    /// <see cref="Arguments"/>.
    /// </summary>
    public ReadOnlyMemory<byte>? KeyArguments { get; init; }

    /// <summary>
    /// The default of the parameter that takes the input, as JSON; null if there is none. An input that equals it is not part of the key.
    /// </summary>
    public ReadOnlyMemory<byte>? InputDefault { get; init; }

    /// <summary>The idempotency key, if it is known before the task is started.</summary>
    public string? IdempotencyKey { get; init; }

    public TaskId TaskId => new(Id, Template.Queue);
}

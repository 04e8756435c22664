using TaskGen.Dispatch;
using TaskGen.Serialization;

namespace TaskGen.Canvases;

/// <summary>
/// How one task of a canvas is dispatched once its turn has come: all that the relay needs, so that it can do so without knowing the task.
/// </summary>
internal sealed record CanvasTask
{
    /// <summary>The task's id, made when the canvas was planned: a dispatch that is repeated is the same one.</summary>
    public required Guid Id { get; init; }

    /// <summary>The task except for its id, its arguments and its idempotency key.</summary>
    public required DispatchTemplate Template { get; init; }

    /// <summary>The arguments as one JSON object; without <see cref="InputName"/> where the task takes an input.</summary>
    public required ReadOnlyMemory<byte> Arguments { get; init; }

    /// <summary>The parameter that takes the input; null where the task takes none.</summary>
    public string? InputName { get; init; }

    /// <summary>Whether the idempotency key is made of the arguments, once they are complete.</summary>
    public bool HasArgumentKey { get; init; }

    /// <summary>The name that the key is made of: see <see cref="IdempotencyKeys.NameFor"/>.</summary>
    public required string KeyName { get; init; }

    /// <summary>What the key is made of instead of <see cref="Arguments"/>: those that are not their defaults. Null: all of them.</summary>
    public ReadOnlyMemory<byte>? KeyArguments { get; init; }

    /// <summary>The input that is no part of the key, because the parameter has it as its default; null where there is none.</summary>
    public ReadOnlyMemory<byte>? InputDefault { get; init; }

    /// <summary>The idempotency key where it is known already.</summary>
    public string? IdempotencyKey { get; init; }

    public TaskId TaskId => new(Id, Template.Queue);
}

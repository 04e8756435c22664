using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace TaskGen.Canvases;

/// <summary>
/// Represents a canvas task with its arguments, without type parameters for the task's types. Either all arguments are specified, or the
/// first one is provided when the task starts.
/// </summary>
internal abstract record CanvasStep(EnqueueOptions Options) : CanvasPart
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Aliases { get; }

    public abstract TaskDefaults Defaults { get; }

    /// <summary>
    /// The payload, for display. If the first argument is provided when the task starts, its value in the payload is meaningless.
    /// </summary>
    public abstract object Args { get; }

    /// <summary>
    /// The parameter whose argument is provided when the task starts; <see langword="null"/> if all arguments are specified.
    /// </summary>
    public virtual IPayloadParameter? Input => null;

    /// <summary>
    /// The specified arguments, written when the signature was created. They do not change if the caller then changes a collection or an
    /// object that it passed. <see langword="null"/> if the JSON options were not known, so that the arguments are written at the dispatch.
    /// </summary>
    public WrittenPayload? Written { get; init; }

    /// <summary>Whether the idempotency key is computed from the arguments.</summary>
    public bool HasArgumentKey => Defaults.Idempotent && Options.IdempotencyKey is null;

    /// <summary>
    /// Writes the specified arguments, and the JSON from which the idempotency key is computed, both without the argument that is provided
    /// when the task starts.
    /// </summary>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    public WrittenPayload WritePayload(JsonSerializerOptions json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteArguments(buffer, json);
        var arguments = buffer.WrittenSpan.ToArray();
        return new WrittenPayload(arguments, HasArgumentKey ? WriteKey(arguments, json) : arguments);
    }

    /// <summary>Dispatches the task as an ordinary task. It is called if the task is the only part of a signature.</summary>
    public abstract Task<TaskHandle> DispatchAsync(ITypedDispatcher dispatcher, CancellationToken cancellationToken);

    /// <summary>Creates a task entry, with which the task can run without being registered.</summary>
    public abstract TaskEntry CreateEntry();

    /// <summary>Writes the specified arguments.</summary>
    protected abstract void WriteArguments(IBufferWriter<byte> buffer, JsonSerializerOptions json);

    /// <summary>Returns the JSON from which the idempotency key is computed. See <see cref="PayloadCodec.WriteKey"/>.</summary>
    protected abstract ReadOnlyMemory<byte> WriteKey(ReadOnlyMemory<byte> arguments, JsonSerializerOptions json);
}

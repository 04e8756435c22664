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

    /// <summary>Writes the specified arguments.</summary>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    public abstract void WriteArguments(IBufferWriter<byte> buffer, JsonSerializerOptions json);

    /// <summary>
    /// Returns the JSON from which the idempotency key is computed, without the argument that is provided when the task starts. See
    /// <see cref="PayloadCodec.WriteKey"/>.
    /// </summary>
    public abstract ReadOnlyMemory<byte> WriteKey(ReadOnlyMemory<byte> arguments, JsonSerializerOptions json);

    /// <summary>Dispatches the task as an ordinary task. It is called if the task is the only part of a signature.</summary>
    public abstract Task<TaskHandle> DispatchAsync(ITypedDispatcher dispatcher, CancellationToken cancellationToken);

    /// <summary>Creates a task entry, with which the task can run without being registered.</summary>
    public abstract TaskEntry CreateEntry();
}

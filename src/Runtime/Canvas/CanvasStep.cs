using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace TaskGen.Canvases;

/// <summary>
/// A canvas task with its arguments, independent of its types. Either all arguments are present, or the first one is provided when the task
/// starts.
/// </summary>
internal abstract record CanvasStep(EnqueueOptions Options) : CanvasPart
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Aliases { get; }

    public abstract TaskDefaults Defaults { get; }

    /// <summary>The payload, for display. If the first argument is provided later, the value in the payload has no meaning.</summary>
    public abstract object Args { get; }

    /// <summary>The parameter whose argument is provided when the task starts; null if all arguments are present.</summary>
    public virtual IPayloadParameter? Input => null;

    /// <summary>Writes the arguments that are present.</summary>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    public abstract void WriteArguments(IBufferWriter<byte> buffer, JsonSerializerOptions json);

    /// <summary>
    /// Gets the JSON from which the idempotency key is made, without the argument that is provided later: see
    /// <see cref="PayloadCodec.WriteKey"/>.
    /// </summary>
    public abstract ReadOnlyMemory<byte> WriteKey(ReadOnlyMemory<byte> arguments, JsonSerializerOptions json);

    /// <summary>Dispatches the task as an ordinary task, if it is the only part of a signature.</summary>
    public abstract Task<TaskHandle> DispatchAsync(ITypedDispatcher dispatcher, CancellationToken cancellationToken);

    /// <summary>Creates an entry with which the task can be run without being registered.</summary>
    public abstract TaskEntry CreateEntry();
}

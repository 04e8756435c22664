using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace TaskGen.Canvases;

/// <summary>
/// One task with its arguments, its types hidden: all of them, or all but the first, which is what the task is started with.
/// </summary>
internal abstract record CanvasStep(EnqueueOptions Options) : CanvasPart
{
    public abstract string Name { get; }

    public abstract IReadOnlyList<string> Aliases { get; }

    public abstract TaskDefaults Defaults { get; }

    /// <summary>The payload, for people; without its first argument where that is to come.</summary>
    public abstract object Args { get; }

    /// <summary>The parameter that is to come; null where all arguments are there.</summary>
    public virtual IPayloadParameter? Input => null;

    /// <summary>Writes the arguments that are there.</summary>
    /// <exception cref="TaskArgumentException">One of them cannot be written.</exception>
    public abstract void WriteArguments(IBufferWriter<byte> buffer, JsonSerializerOptions json);

    /// <summary>What makes two payloads equal, as far as it is there: see <see cref="PayloadCodec.WriteKey"/>.</summary>
    public abstract ReadOnlyMemory<byte> WriteKey(ReadOnlyMemory<byte> arguments, JsonSerializerOptions json);

    /// <summary>Dispatches it as the ordinary task that it is where it stands alone.</summary>
    public abstract Task<TaskHandle> DispatchAsync(ITypedDispatcher dispatcher, CancellationToken cancellationToken);

    /// <summary>For who runs it without having registered it.</summary>
    public abstract TaskEntry CreateEntry();
}

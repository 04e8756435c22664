using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace TaskGen.Canvases;

/// <summary>A canvas task with all its arguments except the first.</summary>
/// <param name="First">The parameter whose argument is provided when the task starts.</param>
/// <param name="Payload">The arguments. The first one has no meaning and is not written.</param>
/// <param name="Write">Writes the other arguments.</param>
/// <param name="WriteOwnKey">Writes the other arguments that differ from their defaults; null if the whole payload is the key.</param>
/// <param name="Options">The options that override the declared ones.</param>
internal sealed record CanvasPartial<TTask, TArgs, TResult, THandle>(
    IPayloadParameter First, TArgs Payload, PayloadWriter<TArgs> Write, PayloadWriter<TArgs>? WriteOwnKey, EnqueueOptions Options)
    : CanvasStep(Options)
    where TTask : ITaskDefinition<TArgs, TResult, THandle>
    where THandle : TaskHandle
{
    public override string Name => TTask.Name;

    public override IReadOnlyList<string> Aliases => TTask.Aliases;

    public override TaskDefaults Defaults => TTask.Defaults;

    public override object Args => Payload!;

    public override IPayloadParameter? Input => First;

    public override void WriteArguments(IBufferWriter<byte> buffer, JsonSerializerOptions json) =>
        PayloadCodec.WriteArgs(TTask.Name, buffer, Payload, Write, json, TTask.Sensitivity is not null);

    public override ReadOnlyMemory<byte> WriteKey(ReadOnlyMemory<byte> arguments, JsonSerializerOptions json)
    {
        if (WriteOwnKey is null)
        {
            return arguments;
        }

        var buffer = new ArrayBufferWriter<byte>();
        PayloadCodec.WriteArgs(TTask.Name, buffer, Payload, WriteOwnKey, json, TTask.Sensitivity is not null);
        return buffer.WrittenMemory;
    }

    public override Task<TaskHandle> DispatchAsync(ITypedDispatcher dispatcher, CancellationToken cancellationToken) =>
        throw new InvalidOperationException(
            $"Task '{Name}' has no first argument and cannot be dispatched alone. Use it in Then or OnError of a signature.");

    public override TaskEntry CreateEntry() => new TaskEntry<TTask, TArgs, TResult, THandle>();
}

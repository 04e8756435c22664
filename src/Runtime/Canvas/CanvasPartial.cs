using System.Buffers;
using System.Text.Json;
using TaskGen.CompilerServices;
using TaskGen.Definitions;

namespace TaskGen.Canvases;

/// <summary>A task with all its arguments but the first.</summary>
/// <param name="First">The parameter that is to come.</param>
/// <param name="Payload">The arguments; the first one is nobody's and is not written.</param>
/// <param name="Write">Writes the others.</param>
/// <param name="WriteOwnKey">Writes those of the others that are not their defaults; null where the whole payload is the key.</param>
/// <param name="Options">What the dispatch wants otherwise than declared.</param>
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
        throw new InvalidOperationException($"Task '{Name}' waits for its first argument and cannot be dispatched alone.");

    public override TaskEntry CreateEntry() => new TaskEntry<TTask, TArgs, TResult, THandle>();
}

using System.Buffers;
using System.Text.Json;
using TaskGen.Definitions;

namespace TaskGen.Canvases;

/// <summary>Represents a canvas task for which all arguments are specified.</summary>
internal sealed record CanvasCall<TTask, TArgs, TResult, THandle>(TArgs Payload, EnqueueOptions Options) : CanvasStep(Options)
    where TTask : ITaskDefinition<TArgs, TResult, THandle>
    where THandle : TaskHandle
{
    public override string Name => TTask.Name;

    public override IReadOnlyList<string> Aliases => TTask.Aliases;

    public override TaskDefaults Defaults => TTask.Defaults;

    public override object Args => Payload!;

    public override async Task<TaskHandle> DispatchAsync(ITypedDispatcher dispatcher, CancellationToken cancellationToken) =>
        await dispatcher.DispatchAsync<TTask, TArgs, TResult, THandle>(Payload, Written, Options, cancellationToken)
            .ConfigureAwait(false);

    public override TaskEntry CreateEntry() => new TaskEntry<TTask, TArgs, TResult, THandle>();

    protected override void WriteArguments(IBufferWriter<byte> buffer, JsonSerializerOptions json) =>
        PayloadCodec.WriteArgs<TTask, TArgs, TResult>(buffer, Payload, json);

    protected override ReadOnlyMemory<byte> WriteKey(ReadOnlyMemory<byte> arguments, JsonSerializerOptions json) =>
        PayloadCodec.WriteKey<TTask, TArgs, TResult>(Payload, arguments, json);
}

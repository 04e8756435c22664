using System.Buffers;
using System.Text.Json;

namespace TaskGen.Definitions;

/// <inheritdoc/>
internal sealed class NamedDispatch<TTask, TArgs, TResult, THandle>(TArgs args) : NamedDispatch
    where TTask : ITaskDefinition<TArgs, TResult, THandle>
    where THandle : TaskHandle
{
    public override void Check(JsonSerializerOptions json, int maxPayloadBytes)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        PayloadCodec.WriteArgs<TTask, TArgs, TResult>(buffer, args, json);
        PayloadCodec.CheckSize(TTask.Name, buffer.WrittenMemory, maxPayloadBytes);
    }

    public override async Task<TaskHandle> SendAsync(
        ITypedDispatcher dispatcher, EnqueueOptions? options, CancellationToken cancellationToken) =>
        await dispatcher.DispatchAsync<TTask, TArgs, TResult, THandle>(args, null, options, cancellationToken).ConfigureAwait(false);
}

using TaskGen.Definitions;

namespace TaskGen.Client;

/// <summary>Dispatches tasks through the generic method of an <see cref="ITaskClient"/>.</summary>
internal sealed class ClientDispatcher(ITaskClient client) : ITypedDispatcher
{
    public Task<THandle> DispatchAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, WrittenPayload? written, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        written is not null && client is IPayloadClient payloads
            ? payloads.EnqueueAsync<TTask, TArgs, TResult, THandle>(args, written, options, cancellationToken)
            : client.EnqueueAsync<TTask, TArgs, TResult, THandle>(args, options, cancellationToken);
}

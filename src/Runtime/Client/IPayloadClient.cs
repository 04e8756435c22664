using TaskGen.Definitions;

namespace TaskGen.Client;

/// <summary>Represents a client that can dispatch a payload that was written before, as the payload of a signature is.</summary>
internal interface IPayloadClient
{
    /// <summary>Dispatches one task. The written payload is sent, regardless of what the payload contains now.</summary>
    /// <inheritdoc cref="ITypedDispatcher.DispatchAsync"/>
    Task<THandle> EnqueueAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, WrittenPayload written, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle;
}

using TaskGen.Definitions;

namespace TaskGen.Client;

/// <summary>Dispatches tasks through the generic method of an <see cref="ITaskClient"/>.</summary>
internal sealed class ClientDispatcher(ITaskClient client) : ITypedDispatcher
{
    public Task<THandle> DispatchAsync<TTask, TArgs, TResult, THandle>(
        TArgs args, EnqueueOptions? options, CancellationToken cancellationToken)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        client.EnqueueAsync<TTask, TArgs, TResult, THandle>(args, options, cancellationToken);
}

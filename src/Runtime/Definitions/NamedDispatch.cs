using System.Text.Json;

namespace TaskGen.Definitions;

/// <summary>Represents a dispatch that is ready to be sent: a task that was found by name, and its valid arguments.</summary>
internal abstract class NamedDispatch
{
    /// <summary>Performs the checks that a client performs before it sends a task.</summary>
    /// <param name="json">The JSON options of the host.</param>
    /// <param name="maxPayloadBytes">The maximum size of the arguments, in bytes.</param>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The arguments exceed the limit.</exception>
    public abstract void Check(JsonSerializerOptions json, int maxPayloadBytes);

    /// <summary>Dispatches the task through the generic method of the dispatcher.</summary>
    public abstract Task<TaskHandle> SendAsync(ITypedDispatcher dispatcher, EnqueueOptions? options, CancellationToken cancellationToken);
}

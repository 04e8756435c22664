using System.Text.Json;

namespace TaskGen.Definitions;

/// <summary>A task that was found by name, with arguments that fit: ready to be dispatched.</summary>
internal abstract class NamedDispatch
{
    /// <summary>Checks what a client would check before it sends.</summary>
    /// <param name="json">The types of the user.</param>
    /// <param name="maxPayloadBytes">The most bytes the arguments may have.</param>
    /// <exception cref="TaskArgumentException">An argument cannot be written.</exception>
    /// <exception cref="TaskPayloadTooLargeException">The arguments are over the limit.</exception>
    public abstract void Check(JsonSerializerOptions json, int maxPayloadBytes);

    /// <summary>Dispatches it with all its types.</summary>
    public abstract Task<TaskHandle> SendAsync(ITypedDispatcher dispatcher, EnqueueOptions? options, CancellationToken cancellationToken);
}

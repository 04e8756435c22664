using TaskGen.Canvases;

namespace TaskGen;

/// <summary>A task that waits for its first argument. Made by generated clients only: <c>client.Notify.Partial()</c>.</summary>
/// <typeparam name="TIn">What the argument may be.</typeparam>
public interface IContinuation<in TIn>
{
    /// <summary>Internal, so that nobody else implements the interface.</summary>
    internal CanvasPart Part { get; }
}

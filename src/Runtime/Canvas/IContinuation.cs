using TaskGen.Canvases;

namespace TaskGen;

/// <summary>
/// Represents a task without its first argument, which is provided when the task starts. Generated clients create it, for example
/// <c>client.Notify.Partial()</c>.
/// </summary>
/// <typeparam name="TIn">The type of the value that is provided as the first argument.</typeparam>
public interface IContinuation<in TIn>
{
    /// <summary>The part of the canvas. It is internal, so that other assemblies cannot implement the interface.</summary>
    internal CanvasPart Part { get; }
}

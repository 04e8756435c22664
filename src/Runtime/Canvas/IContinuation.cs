using TaskGen.Canvases;

namespace TaskGen;

/// <summary>
/// Represents a task for which all arguments except the first are specified. The first argument is the result or failure of the preceding
/// part of the canvas. Generated clients create instances, for example with <c>client.Notify.Partial()</c>.
/// </summary>
/// <typeparam name="TIn">The type of the value that is provided as the first argument.</typeparam>
public interface IContinuation<in TIn>
{
    /// <summary>The part of the canvas. The property is internal, so that other assemblies cannot implement the interface.</summary>
    internal CanvasPart Part { get; }
}

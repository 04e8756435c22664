using TaskGen.Canvases;

namespace TaskGen;

/// <summary>Represents work that has not been dispatched: a task with its arguments, or a combination of several tasks.</summary>
/// <remarks>
/// A signature is immutable. Its arguments are serialized when it is created, so later changes of a collection or an object have no effect.
/// It can be dispatched several times and used in several places; each use runs as separate tasks.
/// </remarks>
public abstract class Signature
{
    private protected Signature(CanvasPart part) => Part = part;

    internal CanvasPart Part { get; }
}

using TaskGen.Canvases;

namespace TaskGen;

/// <summary>Represents work that is planned and not yet dispatched: one task, or a combination of several tasks.</summary>
/// <remarks>A signature is immutable. It can be used in several places, and each use runs separately.</remarks>
public abstract class Signature
{
    private protected Signature(CanvasPart part) => Part = part;

    internal CanvasPart Part { get; }
}

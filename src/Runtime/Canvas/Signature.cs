using TaskGen.Canvases;

namespace TaskGen;

/// <summary>
/// Work that is planned and not dispatched yet: one task, or any number of them put together. Immutable: it can be used in several places,
/// and each use runs on its own.
/// </summary>
public abstract class Signature
{
    private protected Signature(CanvasPart part) => Part = part;

    internal CanvasPart Part { get; }
}

namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents work within a canvas that affects many nodes and is therefore performed in parts, between other steps. The canvas is in
/// progress as long as the work is recorded.
/// </summary>
internal abstract class CanvasWork(StoredCanvas canvas) : StoredDelivery
{
    public sealed override StoredCanvas Canvas => canvas;

    /// <summary>Performs the next part of the work, which is limited to a number of nodes.</summary>
    /// <returns><see langword="true"/> if more work is left; otherwise, <see langword="false"/>.</returns>
    public abstract bool DoPage(CanvasUpdate step);
}

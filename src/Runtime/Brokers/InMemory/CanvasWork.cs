namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Work within a canvas of this queue that is done page by page, between other steps. Something of the canvas is under way as long as it is
/// recorded.
/// </summary>
internal abstract class CanvasWork(StoredCanvas canvas) : StoredDelivery
{
    public sealed override StoredCanvas Canvas => canvas;

    /// <summary>Does a page.</summary>
    /// <returns>Whether there is another.</returns>
    public abstract bool DoPage(CanvasUpdate step);
}

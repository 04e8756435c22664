namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents work within a canvas of the queue that is performed one page at a time, between other steps. The canvas counts as in progress
/// as long as the work is recorded.
/// </summary>
internal abstract class CanvasWork(StoredCanvas canvas) : StoredDelivery
{
    public sealed override StoredCanvas Canvas => canvas;

    /// <summary>Performs one page of the work.</summary>
    /// <returns><see langword="true"/> if another page is left; otherwise, <see langword="false"/>.</returns>
    public abstract bool DoPage(CanvasUpdate step);
}

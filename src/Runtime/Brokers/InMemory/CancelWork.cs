namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents the cancellation of the running tasks of a canceled canvas, which is done for a limited number of nodes at a time.
/// </summary>
internal sealed class CancelWork(StoredCanvas canvas) : CanvasWork(canvas)
{
    private const int PageSize = 200;

    private int _index;

    public override bool DoPage(CanvasUpdate step)
    {
        for (var left = PageSize; left > 0 && _index < Canvas.Count; left--)
        {
            step.Cancel(Canvas.Node(_index++));
        }

        return _index < Canvas.Count;
    }
}

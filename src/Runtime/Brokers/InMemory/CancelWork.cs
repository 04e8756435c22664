namespace TaskGen.Brokers.InMemory;

/// <summary>Goes through the nodes of a canvas that was canceled and has canceled what is under way.</summary>
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

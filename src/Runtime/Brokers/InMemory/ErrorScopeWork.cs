namespace TaskGen.Brokers.InMemory;

/// <summary>
/// Represents the work of starting the error handlers of all error scopes that contain a failed node, from the innermost to the outermost
/// scope.
/// </summary>
internal sealed class ErrorScopeWork(StoredCanvas canvas, int scope, ReadOnlyMemory<byte> failure) : CanvasWork(canvas)
{
    private const int PageSize = 50;

    private int _scope = scope;

    public override bool DoPage(CanvasUpdate step)
    {
        for (var left = PageSize; left > 0 && _scope != CanvasNode.None && !Canvas.IsCanceled; left--)
        {
            var scope = Canvas.Node(_scope);
            step.Start(scope.Plan.Next, scope.PassedOn(failure));
            _scope = scope.Plan.Scope;
        }

        return _scope != CanvasNode.None && !Canvas.IsCanceled;
    }
}

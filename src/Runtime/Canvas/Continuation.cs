namespace TaskGen.Canvases;

/// <inheritdoc/>
internal sealed class Continuation<TIn, TOut>(CanvasStep step, TaskResultReader<TOut> reader) : IContinuation<TIn, TOut>
{
    CanvasPart IContinuation<TIn>.Part => step;

    TaskResultReader<TOut> IContinuation<TIn, TOut>.Reader => reader;
}

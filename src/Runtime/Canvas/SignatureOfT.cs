using TaskGen.Canvases;

namespace TaskGen;

/// <summary>
/// Work that is planned and not dispatched yet, and what it comes to. Made by a generated client (<c>client.Fetch.Signature(url)</c>) or by
/// <see cref="Canvas"/>, and dispatched with <see cref="ITaskClient.DelayAsync{T}(Signature{T}, CancellationToken)"/>. Immutable: it can be
/// used in several places, and each use runs on its own.
/// </summary>
/// <typeparam name="T">What it comes to; <see cref="NoResult"/> where it ends with a void task.</typeparam>
public sealed class Signature<T> : Signature
{
    internal Signature(CanvasPart part, TaskResultReader<T> reader)
        : base(part) => Reader = reader;

    internal TaskResultReader<T> Reader { get; }

    /// <summary>Goes on, after a success, with a task whose first argument is the result.</summary>
    /// <typeparam name="TNext">What that task returns.</typeparam>
    /// <param name="next">The task with its other arguments: <c>client.Resize.Partial(200)</c>.</param>
    /// <returns>Both, one after the other.</returns>
    public Signature<TNext> Then<TNext>(IContinuation<T, TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new Signature<TNext>(new CanvasChain(Part, next.Part, PassesValue: true), next.Reader);
    }

    /// <summary>Goes on, after a success, with something that does not want the result.</summary>
    /// <typeparam name="TNext">What that comes to.</typeparam>
    /// <param name="next">What follows.</param>
    /// <returns>Both, one after the other.</returns>
    public Signature<TNext> Then<TNext>(Signature<TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new Signature<TNext>(new CanvasChain(Part, next.Part, PassesValue: false), next.Reader);
    }

    /// <summary>
    /// Starts a task, once, when any of this has failed, was canceled or expired. It runs besides: the whole fails all the same, and does
    /// not wait for it. Canceling the whole does not start it.
    /// </summary>
    /// <param name="handler">The task, which takes the failure as its first argument: <c>client.Notify.Partial()</c>.</param>
    /// <returns>The same with the handler. What is added to it later is not covered.</returns>
    public Signature<T> OnError(IContinuation<TaskFailure> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Signature<T>(new CanvasGuard(Part, handler.Part, PassesFailure: true), Reader);
    }

    /// <summary>Starts something, once, when any of this has failed, was canceled or expired.</summary>
    /// <inheritdoc cref="OnError(IContinuation{TaskFailure})"/>
    /// <param name="handler">What starts; it does not learn of the failure.</param>
    public Signature<T> OnError(Signature handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Signature<T>(new CanvasGuard(Part, handler.Part, PassesFailure: false), Reader);
    }

    /// <summary>The handle of a signature that is one task only. That of a void task has no result to be typed by.</summary>
    internal TaskHandle<T> HandleOf(TaskHandle handle) =>
        handle as TaskHandle<T> ?? new TaskHandle<T>(handle.Source, handle.Id, handle.WasDeduplicated, Reader);
}

using TaskGen.Canvases;

namespace TaskGen;

/// <summary>
/// Represents work that has not been dispatched and whose result has the type <typeparamref name="T"/>: a task with its arguments, or a
/// combination of several tasks.
/// </summary>
/// <typeparam name="T">The type of the result; <see cref="NoResult"/> if the last task returns no value.</typeparam>
/// <remarks>
/// <para>
/// Create a signature with a generated client, for example <c>client.Fetch.Signature(url)</c>, or combine signatures with
/// <see cref="Canvas"/>, <c>Then</c>, and <c>OnError</c>. Dispatch it with
/// <see cref="ITaskClient.DelayAsync{T}(Signature{T}, CancellationToken)"/>.
/// </para>
/// <para>
/// A signature is immutable. Its arguments are serialized when it is created, so later changes of a collection or an object have no effect.
/// It can be dispatched several times and used in several places; each use runs as separate tasks.
/// </para>
/// </remarks>
/// <example>
/// The following code fetches an image and then resizes it. If either task fails, the task <c>Notify</c> receives the failure.
/// <code>
/// // Image Fetch(string url)   Thumb Resize(Image image, int width)   void Notify(TaskFailure failure)
/// var thumb = client.Fetch.Signature(url).Then(client.Resize.Partial(200)).OnError(client.Notify.Partial());
/// var handle = await tasks.DelayAsync(thumb);
/// Thumb result = await handle.GetAsync();
/// </code>
/// </example>
public sealed class Signature<T> : Signature
{
    internal Signature(CanvasPart part, TaskResultReader<T> reader)
        : base(part) => Reader = reader;

    internal TaskResultReader<T> Reader { get; }

    /// <summary>Adds a task that starts after this signature has succeeded and receives its result as the first argument.</summary>
    /// <typeparam name="TNext">The result type of the added task.</typeparam>
    /// <param name="next">The task with its other arguments, for example <c>client.Resize.Partial(200)</c>.</param>
    /// <returns>A signature that runs both parts in sequence. Its result is the result of <paramref name="next"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    /// <remarks>
    /// If this signature does not succeed, <paramref name="next"/> does not start, and the returned signature also fails.
    /// </remarks>
    /// <example>
    /// <code>
    /// var thumb = client.Fetch.Signature(url).Then(client.Resize.Partial(200)); // Thumb Resize(Image image, int width)
    /// </code>
    /// </example>
    public Signature<TNext> Then<TNext>(IContinuation<T, TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new Signature<TNext>(new CanvasChain(Part, next.Part, PassesValue: true), next.Reader);
    }

    /// <summary>Adds a signature that starts after this signature has succeeded and does not use its result.</summary>
    /// <typeparam name="TNext">The result type of the added signature.</typeparam>
    /// <param name="next">The signature to start next.</param>
    /// <returns>A signature that runs both parts in sequence. Its result is the result of <paramref name="next"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    /// <remarks>
    /// If this signature does not succeed, <paramref name="next"/> does not start, and the returned signature also fails.
    /// </remarks>
    public Signature<TNext> Then<TNext>(Signature<TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new Signature<TNext>(new CanvasChain(Part, next.Part, PassesValue: false), next.Reader);
    }

    /// <summary>
    /// Adds an error handler: a task that starts once if any task of this signature fails, is canceled, or expires. It receives the failure
    /// as its first argument.
    /// </summary>
    /// <param name="handler">The task with its other arguments, for example <c>client.Notify.Partial()</c>.</param>
    /// <returns>A signature that has the same result and also the error handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is <see langword="null"/>.</exception>
    /// <remarks>
    /// <para>The handler does not change the outcome: the signature still fails, and it does not wait for the handler.</para>
    /// <para>
    /// The handler applies only to the tasks of this signature, not to tasks that are added to the returned signature. The handler is not
    /// started if the whole canvas is canceled.
    /// </para>
    /// </remarks>
    public Signature<T> OnError(IContinuation<TaskFailure> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Signature<T>(new CanvasGuard(Part, handler.Part, PassesFailure: true), Reader);
    }

    /// <summary>Adds an error handler: a signature that starts once if any task of this signature fails, is canceled, or expires.</summary>
    /// <inheritdoc cref="OnError(IContinuation{TaskFailure})"/>
    /// <param name="handler">The signature to start. It does not receive the failure.</param>
    public Signature<T> OnError(Signature handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Signature<T>(new CanvasGuard(Part, handler.Part, PassesFailure: false), Reader);
    }

    /// <summary>
    /// Returns the typed handle of a dispatched signature that consists of a single task. The handle of a task without a result is untyped,
    /// so a typed handle is created for it.
    /// </summary>
    internal TaskHandle<T> HandleOf(TaskHandle handle) =>
        handle as TaskHandle<T> ?? new TaskHandle<T>(handle.Source, handle.Id, handle.WasDeduplicated, Reader);
}

using TaskGen.Canvases;

namespace TaskGen;

/// <summary>
/// Represents work that is planned and not yet dispatched, and that has a result of type <typeparamref name="T"/>: one task, or a
/// combination of several tasks.
/// </summary>
/// <typeparam name="T">The type of the result; <see cref="NoResult"/> if the last task returns no value.</typeparam>
/// <remarks>
/// <para>
/// Create a signature with a generated client, for example <c>client.Fetch.Signature(url)</c>, or combine signatures with
/// <see cref="Canvas"/>, <c>Then</c> and <c>OnError</c>. Dispatch it with
/// <see cref="ITaskClient.DelayAsync{T}(Signature{T}, CancellationToken)"/>.
/// </para>
/// <para>A signature is immutable. It can be used in several places, and each use runs separately.</para>
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

    /// <summary>Adds a task that starts after this signature has succeeded and takes its result as the first argument.</summary>
    /// <typeparam name="TNext">The result type of the added task.</typeparam>
    /// <param name="next">The task with its other arguments, for example <c>client.Resize.Partial(200)</c>.</param>
    /// <returns>A signature of both parts. Its result is the result of <paramref name="next"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    /// <remarks>If this signature does not succeed, <paramref name="next"/> is not started, and the returned signature fails too.</remarks>
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
    /// <returns>A signature of both parts. Its result is the result of <paramref name="next"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="next"/> is <see langword="null"/>.</exception>
    /// <remarks>If this signature does not succeed, <paramref name="next"/> is not started, and the returned signature fails too.</remarks>
    public Signature<TNext> Then<TNext>(Signature<TNext> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return new Signature<TNext>(new CanvasChain(Part, next.Part, PassesValue: false), next.Reader);
    }

    /// <summary>
    /// Adds a task that is started once if any task of this signature fails, is canceled or expires. It takes the failure as its first
    /// argument.
    /// </summary>
    /// <param name="handler">The task with its other arguments, for example <c>client.Notify.Partial()</c>.</param>
    /// <returns>A signature with the same result and the error handler.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="handler"/> is <see langword="null"/>.</exception>
    /// <remarks>
    /// <para>The handler does not handle the failure: the signature still fails, and it does not wait for the handler.</para>
    /// <para>
    /// The handler covers only the tasks that this signature has. Tasks that are added to the returned signature are not covered. The
    /// handler is not started if the whole canvas is canceled.
    /// </para>
    /// </remarks>
    public Signature<T> OnError(IContinuation<TaskFailure> handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Signature<T>(new CanvasGuard(Part, handler.Part, PassesFailure: true), Reader);
    }

    /// <summary>Adds a signature that is started once if any task of this signature fails, is canceled or expires.</summary>
    /// <inheritdoc cref="OnError(IContinuation{TaskFailure})"/>
    /// <param name="handler">The signature to start. It does not receive the failure.</param>
    public Signature<T> OnError(Signature handler)
    {
        ArgumentNullException.ThrowIfNull(handler);
        return new Signature<T>(new CanvasGuard(Part, handler.Part, PassesFailure: false), Reader);
    }

    /// <summary>
    /// Gets the handle of a signature that is a single task. The handle of a task without a result is untyped, so a typed handle is created
    /// for it.
    /// </summary>
    internal TaskHandle<T> HandleOf(TaskHandle handle) =>
        handle as TaskHandle<T> ?? new TaskHandle<T>(handle.Source, handle.Id, handle.WasDeduplicated, Reader);
}

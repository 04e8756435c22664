using System.ComponentModel;
using TaskGen.Canvases;

namespace TaskGen.CompilerServices;

/// <summary>Makes what canvases are put together from. Called by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Signatures
{
    private static readonly EnqueueOptions NoOptions = new();

    /// <summary>A task with all its arguments.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">Its payload.</typeparam>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <typeparam name="THandle">The type of its handles.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="options">What the dispatch wants otherwise than declared.</param>
    /// <returns>The signature.</returns>
    public static Signature<TResult> Of<TTask, TArgs, TResult, THandle>(TArgs args, EnqueueOptions? options)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        new(new CanvasCall<TTask, TArgs, TResult, THandle>(args, options ?? NoOptions), TTask.ReadResult);

    /// <summary>A task with all its arguments but the first.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">Its payload.</typeparam>
    /// <typeparam name="TResult">What it returns.</typeparam>
    /// <typeparam name="THandle">The type of its handles.</typeparam>
    /// <typeparam name="TInput">What may come as the first argument.</typeparam>
    /// <typeparam name="TFirst">The type of the first parameter.</typeparam>
    /// <param name="first">The first parameter.</param>
    /// <param name="args">The payload; the first argument in it is not used.</param>
    /// <param name="write">Writes the other arguments.</param>
    /// <param name="writeKey">Writes those of the others that do not equal their defaults; null where the whole payload is the key.</param>
    /// <param name="options">What the dispatch wants otherwise than declared.</param>
    /// <returns>The continuation.</returns>
    public static IContinuation<TInput, TResult> Partial<TTask, TArgs, TResult, THandle, TInput, TFirst>(
        PayloadParameter<TFirst> first, TArgs args, PayloadWriter<TArgs> write, PayloadWriter<TArgs>? writeKey, EnqueueOptions? options)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(write);
        return new Continuation<TInput, TResult>(
            new CanvasPartial<TTask, TArgs, TResult, THandle>(first, args, write, writeKey, options ?? NoOptions), TTask.ReadResult);
    }
}

using System.ComponentModel;
using TaskGen.Canvases;

namespace TaskGen.CompilerServices;

/// <summary>Provides methods that create the parts of canvases. Generated code calls them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Signatures
{
    private static readonly EnqueueOptions NoOptions = new();

    /// <summary>Creates the signature of a task with all its arguments.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">The payload type of the task.</typeparam>
    /// <typeparam name="TResult">The result type of the task.</typeparam>
    /// <typeparam name="THandle">The handle type of the task.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="options">The options that override those declared with <c>[Task]</c>; <see langword="null"/> if there are none.</param>
    /// <returns>The signature.</returns>
    public static Signature<TResult> Of<TTask, TArgs, TResult, THandle>(TArgs args, EnqueueOptions? options)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        new(new CanvasCall<TTask, TArgs, TResult, THandle>(args, options ?? NoOptions), TTask.ReadResult);

    /// <summary>Creates a continuation from a task with all its arguments except the first.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">The payload type of the task.</typeparam>
    /// <typeparam name="TResult">The result type of the task.</typeparam>
    /// <typeparam name="THandle">The handle type of the task.</typeparam>
    /// <typeparam name="TInput">The type of the value that is provided as the first argument.</typeparam>
    /// <typeparam name="TFirst">The type of the first parameter.</typeparam>
    /// <param name="first">The first parameter.</param>
    /// <param name="args">The payload. The value of the first argument is ignored.</param>
    /// <param name="write">The function that writes the other arguments.</param>
    /// <param name="writeKey">
    /// The function that writes those of the other arguments that differ from their defaults; <see langword="null"/> if the idempotency key
    /// is computed from all arguments.
    /// </param>
    /// <param name="options">The options that override those declared with <c>[Task]</c>; <see langword="null"/> if there are none.</param>
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

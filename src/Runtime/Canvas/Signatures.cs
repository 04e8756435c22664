using System.ComponentModel;
using System.Text.Json;
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
    /// <returns>The signature. Its arguments are written when it is dispatched.</returns>
    public static Signature<TResult> Of<TTask, TArgs, TResult, THandle>(TArgs args, EnqueueOptions? options)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        Of<TTask, TArgs, TResult, THandle>(args, options, json: null);

    /// <summary>Creates the signature of a task with all its arguments, which are written now.</summary>
    /// <typeparam name="TTask">The generated task type.</typeparam>
    /// <typeparam name="TArgs">The payload type of the task.</typeparam>
    /// <typeparam name="TResult">The result type of the task.</typeparam>
    /// <typeparam name="THandle">The handle type of the task.</typeparam>
    /// <param name="args">The payload.</param>
    /// <param name="options">The options that override those declared with <c>[Task]</c>; <see langword="null"/> if there are none.</param>
    /// <param name="json">
    /// The JSON options of the client; <see langword="null"/> if they are not known. In this case, the arguments are written when the
    /// signature is dispatched.
    /// </param>
    /// <returns>The signature.</returns>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    public static Signature<TResult> Of<TTask, TArgs, TResult, THandle>(TArgs args, EnqueueOptions? options, JsonSerializerOptions? json)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        new(Write(new CanvasCall<TTask, TArgs, TResult, THandle>(args, Copy(options)), json), TTask.ReadResult);

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
    /// <returns>The continuation. Its arguments are written when it is dispatched.</returns>
    public static IContinuation<TInput, TResult> Partial<TTask, TArgs, TResult, THandle, TInput, TFirst>(
        PayloadParameter<TFirst> first, TArgs args, PayloadWriter<TArgs> write, PayloadWriter<TArgs>? writeKey, EnqueueOptions? options)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle =>
        Partial<TTask, TArgs, TResult, THandle, TInput, TFirst>(first, args, write, writeKey, options, json: null);

    /// <summary>Creates a continuation from a task with all its arguments except the first, which are written now.</summary>
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
    /// <param name="json">
    /// The JSON options of the client; <see langword="null"/> if they are not known. In this case, the arguments are written when the
    /// continuation is dispatched.
    /// </param>
    /// <returns>The continuation.</returns>
    /// <exception cref="TaskArgumentException">An argument cannot be serialized.</exception>
    public static IContinuation<TInput, TResult> Partial<TTask, TArgs, TResult, THandle, TInput, TFirst>(
        PayloadParameter<TFirst> first,
        TArgs args,
        PayloadWriter<TArgs> write,
        PayloadWriter<TArgs>? writeKey,
        EnqueueOptions? options,
        JsonSerializerOptions? json)
        where TTask : ITaskDefinition<TArgs, TResult, THandle>
        where THandle : TaskHandle
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(write);
        return new Continuation<TInput, TResult>(
            Write(new CanvasPartial<TTask, TArgs, TResult, THandle>(first, args, write, writeKey, Copy(options)), json), TTask.ReadResult);
    }

    private static CanvasStep Write(CanvasStep step, JsonSerializerOptions? json) =>
        json is null ? step : step with { Written = step.WritePayload(json) };

    // The dictionary of headers is the only part of the options that can change.
    private static EnqueueOptions Copy(EnqueueOptions? options) =>
        options is null ? NoOptions
        : options.Headers is null ? options
        : options with { Headers = new Dictionary<string, string>(options.Headers, StringComparer.Ordinal) };
}

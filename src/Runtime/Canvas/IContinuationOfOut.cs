namespace TaskGen;

/// <summary>
/// Represents a task without its first argument, which is provided when the task starts, and with its result type. Generated clients create
/// it, for example <c>client.Resize.Partial(200)</c>.
/// </summary>
/// <typeparam name="TIn">The type of the value that is provided as the first argument.</typeparam>
/// <typeparam name="TOut">The result type of the task; <see cref="NoResult"/> if the task returns no value.</typeparam>
public interface IContinuation<in TIn, out TOut> : IContinuation<TIn>
{
    /// <summary>Reads the result of the task.</summary>
    internal TaskResultReader<TOut> Reader { get; }
}

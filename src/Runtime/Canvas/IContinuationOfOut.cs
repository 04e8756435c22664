namespace TaskGen;

/// <summary>
/// Represents a task with a known result type, for which all arguments except the first are specified. The first argument is the result or
/// failure of the preceding part of the canvas. Generated clients create instances, for example with <c>client.Resize.Partial(200)</c>.
/// </summary>
/// <typeparam name="TIn">The type of the value that is provided as the first argument.</typeparam>
/// <typeparam name="TOut">The result type of the task; <see cref="NoResult"/> if the task returns no value.</typeparam>
public interface IContinuation<in TIn, out TOut> : IContinuation<TIn>
{
    /// <summary>Reads the result of the task.</summary>
    internal TaskResultReader<TOut> Reader { get; }
}

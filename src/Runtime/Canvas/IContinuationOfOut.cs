namespace TaskGen;

/// <summary>
/// A task that waits for its first argument, and what it returns. Made by generated clients only: <c>client.Resize.Partial(200)</c>.
/// </summary>
/// <typeparam name="TIn">What the argument may be.</typeparam>
/// <typeparam name="TOut">What the task returns; <see cref="NoResult"/> where it is void.</typeparam>
public interface IContinuation<in TIn, out TOut> : IContinuation<TIn>
{
    /// <summary>Reads what the task returned.</summary>
    internal TaskResultReader<TOut> Reader { get; }
}

using System.Runtime.CompilerServices;

namespace Shop;

/// <summary>What the examples promise, checked.</summary>
internal static class Check
{
    public static void Equal<T>(T expected, T actual, [CallerLineNumber] int line = 0)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new InvalidOperationException($"Line {line}: expected {expected}, found {actual}.");
        }
    }

    public static async Task<TException> ThrowsAsync<TException>(Func<Task> action, [CallerLineNumber] int line = 0)
        where TException : Exception
    {
        try
        {
            await action();
        }
        catch (TException exception)
        {
            return exception;
        }

        throw new InvalidOperationException($"Line {line}: {typeof(TException).Name} was expected.");
    }
}

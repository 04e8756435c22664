namespace TaskGen;

/// <summary>
/// These exceptions (and types derived from them) are never retried: the task fails for good at once. Wins over
/// <see cref="RetryOnAttribute{TException}"/>. Repeatable.
/// </summary>
/// <typeparam name="TException">The exception that another attempt would only repeat.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class GiveUpOnAttribute<TException> : Attribute
    where TException : Exception;

namespace TaskGen;

/// <summary>
/// When present, only these exceptions (and types derived from them) are retried; everything else fails for good. Repeatable.
/// </summary>
/// <typeparam name="TException">The exception that is worth another attempt.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RetryOnAttribute<TException> : Attribute
    where TException : Exception;

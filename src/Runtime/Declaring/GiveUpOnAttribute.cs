namespace TaskGen;

/// <summary>Specifies an exception type for which a task is not retried.</summary>
/// <remarks>
/// If an attempt throws <typeparamref name="TException"/> or a type derived from it, the task fails immediately and becomes a dead letter,
/// even if retries are left. This attribute takes precedence over <see cref="RetryOnAttribute{TException}"/> and can be applied more than
/// once. It has no effect on <see cref="TaskRetryException"/> and <see cref="TaskSnoozeException"/>.
/// </remarks>
/// <typeparam name="TException">The exception type after which the task is not retried.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class GiveUpOnAttribute<TException> : Attribute
    where TException : Exception;

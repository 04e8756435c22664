namespace TaskGen;

/// <summary>Specifies an exception type for which a task is retried, and limits retries to the types specified.</summary>
/// <remarks>
/// If a method has this attribute, only <typeparamref name="TException"/> and types derived from it are retried. Any other exception makes
/// the task fail immediately, and the task becomes a dead letter. A method without this attribute is retried after every exception. The
/// attribute can be applied several times. It has no effect on <see cref="TaskRetryException"/>, <see cref="TaskSnoozeException"/> and
/// <see cref="TaskRejectedException"/>. The number of retries is <see cref="TaskAttribute.Retry"/>.
/// </remarks>
/// <typeparam name="TException">The exception type that is retried.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RetryOnAttribute<TException> : Attribute
    where TException : Exception;

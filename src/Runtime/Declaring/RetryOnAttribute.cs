namespace TaskGen;

/// <summary>Specifies an exception type after which a task is retried, and limits retries to the specified types.</summary>
/// <remarks>
/// If a method has this attribute, the task is retried only after an exception of type <typeparamref name="TException"/> or a derived type.
/// After any other exception, the task fails immediately and becomes a dead letter. If the attribute is applied more than once, each of the
/// types leads to a retry. Without this attribute, every exception leads to a retry, unless <see cref="GiveUpOnAttribute{TException}"/>
/// excludes it. The attribute has no effect on <see cref="TaskRetryException"/>, <see cref="TaskSnoozeException"/>, and
/// <see cref="TaskRejectedException"/>. <see cref="TaskAttribute.Retry"/> specifies the maximum number of retries.
/// </remarks>
/// <typeparam name="TException">The exception type after which the task is retried.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class RetryOnAttribute<TException> : Attribute
    where TException : Exception;

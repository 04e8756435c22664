namespace TaskGen.Exceptions;

/// <summary>
/// The exception that is thrown on a worker when the payload does not match the parameters of the task. A separate type distinguishes this
/// case from a <see cref="TaskArgumentException"/> that the task method throws.
/// </summary>
internal sealed class UnreadablePayloadException(TaskArgumentException cause) : TaskGenException(cause.Message, cause)
{
    public TaskArgumentException Cause { get; } = cause;
}

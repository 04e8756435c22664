namespace TaskGen.Exceptions;

/// <summary>
/// The arguments that arrived do not fit the method: told apart from a <see cref="TaskArgumentException"/> that the method itself threw.
/// </summary>
internal sealed class UnreadablePayloadException(TaskArgumentException cause) : TaskGenException(cause.Message, cause)
{
    public TaskArgumentException Cause { get; } = cause;
}

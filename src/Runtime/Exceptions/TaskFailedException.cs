using TaskGen.Serialization;

namespace TaskGen;

/// <summary>The exception that is thrown when a caller waits for a task, and the task fails, is canceled, or expires.</summary>
/// <remarks>
/// <see cref="State"/> distinguishes these cases. A failed task is not retried again and is kept as a dead letter. The details are strings
/// that the worker reported; the original exception is not re-created in the caller's process.
/// </remarks>
/// <param name="failure">The failure that the worker reported.</param>
public sealed class TaskFailedException(TaskFailure failure) : TaskGenException(Describe(failure))
{
    /// <summary>Gets the failure that the worker reported.</summary>
    public TaskFailure Failure { get; } = failure;

    /// <summary>Gets the id of the task.</summary>
    public TaskId TaskId => Failure.TaskId;

    /// <summary>
    /// Gets the final state of the task: <see cref="TaskState.Failed"/>, <see cref="TaskState.Canceled"/>, or
    /// <see cref="TaskState.Expired"/>.
    /// </summary>
    public TaskState State => Failure.State;

    /// <summary>Gets the full type name of the exception that was thrown on the worker.</summary>
    public string RemoteExceptionType => Failure.ExceptionType;

    /// <summary>
    /// Gets the message of the exception that was thrown on the worker. <see cref="TaskFailure.InnerExceptions"/> of
    /// <see cref="Failure"/> contains the inner exceptions.
    /// </summary>
    public string RemoteMessage => Failure.Message;

    /// <summary>Gets the stack trace on the worker; <see langword="null"/> if there is none.</summary>
    public string? RemoteStackTrace => Failure.StackTrace;

    /// <summary>Gets the number of attempts that were made.</summary>
    public int Attempts => Failure.Attempts;

    private static string Describe(TaskFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var how = failure.State switch
        {
            TaskState.Canceled => "was canceled",
            TaskState.Expired => "expired while it was waiting to start",
            _ => $"failed after {failure.Attempts} attempt(s) with {failure.ExceptionType}",
        };

        var inner = failure.InnerExceptions is { } text ? ExceptionChain.Arrow + text : "";
        return $"Task '{failure.TaskName}' ({failure.TaskId}) {how}: {failure.Message}{inner}";
    }
}

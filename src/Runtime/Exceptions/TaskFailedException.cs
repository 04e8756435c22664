namespace TaskGen;

/// <summary>The task that was waited for did not succeed.</summary>
/// <param name="failure">Why, as told by the worker.</param>
public sealed class TaskFailedException(TaskFailure failure) : TaskGenException(Describe(failure))
{
    /// <summary>Why, as told by the worker.</summary>
    public TaskFailure Failure { get; } = failure;

    /// <summary>The task.</summary>
    public TaskId TaskId => Failure.TaskId;

    /// <summary>
    /// How it ended: <see cref="TaskState.Failed"/>, <see cref="TaskState.Canceled"/> or <see cref="TaskState.Expired"/>.
    /// </summary>
    public TaskState State => Failure.State;

    /// <summary>The full name of the exception on the worker. It is text: no type is ever rebuilt from it.</summary>
    public string RemoteExceptionType => Failure.ExceptionType;

    /// <summary>The message of the exception on the worker.</summary>
    public string RemoteMessage => Failure.Message;

    /// <summary>The stack trace on the worker.</summary>
    public string? RemoteStackTrace => Failure.StackTrace;

    /// <summary>How many attempts were made.</summary>
    public int Attempts => Failure.Attempts;

    private static string Describe(TaskFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var how = failure.State switch
        {
            TaskState.Canceled => "was canceled",
            TaskState.Expired => "expired while it waited",
            _ => $"failed after {failure.Attempts} attempt(s) with {failure.ExceptionType}",
        };

        return $"Task '{failure.TaskName}' ({failure.TaskId}) {how}: {failure.Message}";
    }
}

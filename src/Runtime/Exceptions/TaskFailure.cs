namespace TaskGen;

/// <summary>Why a task did not succeed. All of it is text from the worker; no exception type is ever rebuilt from it.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="TaskName">Its name on the wire when it was dispatched: where it has been renamed since, the old one.</param>
/// <param name="ExceptionType">
/// The full name of the exception on the worker, or a reason of the runtime's own such as <c>Expired</c>.
/// </param>
/// <param name="Message">The message.</param>
/// <param name="StackTrace">The stack trace on the worker, where there is one.</param>
/// <param name="Attempts">How many attempts were made.</param>
/// <param name="State">How the task ended; while it can still be retried, <see cref="TaskState.Retrying"/>.</param>
public sealed record TaskFailure(
    TaskId TaskId,
    string TaskName,
    string ExceptionType,
    string Message,
    string? StackTrace,
    int Attempts,
    TaskState State);

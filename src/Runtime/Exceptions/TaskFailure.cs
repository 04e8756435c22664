namespace TaskGen;

/// <summary>Represents the reason why a task or its latest attempt did not succeed.</summary>
/// <remarks>All details are strings that the worker reported. The original exception is not re-created.</remarks>
/// <param name="TaskId">The id of the task.</param>
/// <param name="TaskName">
/// The wire name under which the task was dispatched. It is the old name if the task has been renamed since then.
/// </param>
/// <param name="ExceptionType">
/// The full type name of the exception that was thrown on the worker, or a reason that the runtime sets, such as <c>Expired</c>.
/// </param>
/// <param name="Message">The exception message, or the reason for the cancellation.</param>
/// <param name="StackTrace">The stack trace on the worker; <see langword="null"/> if there is none.</param>
/// <param name="Attempts">The number of attempts that were made.</param>
/// <param name="State">The final state of the task, or <see cref="TaskState.Retrying"/> while a retry is pending.</param>
public sealed record TaskFailure(
    TaskId TaskId,
    string TaskName,
    string ExceptionType,
    string Message,
    string? StackTrace,
    int Attempts,
    TaskState State)
{
    /// <summary>
    /// Gets the types and messages of the inner exceptions, from the outermost to the innermost one, separated by <c> ---&gt; </c>;
    /// <see langword="null"/> if there are none.
    /// </summary>
    /// <remarks>
    /// All inner exceptions of an <see cref="AggregateException"/> are included. Together with <see cref="Message"/>, the text has at most
    /// 4 KiB. If it is longer, the messages of the outer exceptions are cut first, and that of the innermost exception last. Of more than
    /// 16 exceptions, those in the middle are omitted.
    /// </remarks>
    public string? InnerExceptions { get; init; }
}

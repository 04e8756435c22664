namespace TaskGen.Sample;

/// <summary>Records attempts to send mail. Several threads and processes can use the log at the same time.</summary>
public interface IEmailLog
{
    /// <summary>Records an attempt. If the same attempt is repeated after a crash, the later outcome replaces the earlier one.</summary>
    /// <param name="entry">The attempt.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>A task that completes when the attempt is recorded.</returns>
    Task WriteAsync(EmailLogEntry entry, CancellationToken cancellationToken);

    /// <summary>Reads the attempts of a task.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The attempts, in order.</returns>
    Task<IReadOnlyList<EmailLogEntry>> ReadAsync(TaskId taskId, CancellationToken cancellationToken);

    /// <summary>Finds the attempts of all tasks by the subject of the mail.</summary>
    /// <param name="subject">The complete subject.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The attempts, ordered by task and number.</returns>
    Task<IReadOnlyList<EmailLogEntry>> FindAsync(string subject, CancellationToken cancellationToken);
}

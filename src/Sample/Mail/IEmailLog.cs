namespace TaskGen.Sample;

/// <summary>What was sent to whom, and what was not. It may be used from any thread and from any number of processes at once.</summary>
public interface IEmailLog
{
    /// <summary>Records an attempt; of one that is repeated after a crash, how it ended last.</summary>
    /// <param name="entry">The attempt.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>A task that completes when it is recorded.</returns>
    Task WriteAsync(EmailLogEntry entry, CancellationToken cancellationToken);

    /// <summary>Reads the attempts of a task.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The attempts, in order.</returns>
    Task<IReadOnlyList<EmailLogEntry>> ReadAsync(TaskId taskId, CancellationToken cancellationToken);

    /// <summary>Finds attempts by what the mail was about, whichever task made them.</summary>
    /// <param name="subject">The subject, all of it.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The attempts, by task.</returns>
    Task<IReadOnlyList<EmailLogEntry>> FindAsync(string subject, CancellationToken cancellationToken);
}

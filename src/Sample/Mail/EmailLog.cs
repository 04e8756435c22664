namespace TaskGen.Sample;

/// <summary>Stores the attempts to send mail in the table <c>email_logs</c> in SQLite or PostgreSQL.</summary>
/// <param name="database">The database.</param>
/// <param name="time">The clock for <c>sent_at</c>.</param>
public sealed class EmailLog(SampleDatabase database, TimeProvider time) : IEmailLog
{
    /// <inheritdoc/>
    public async Task WriteAsync(EmailLogEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);

        // This call waits for a lock for up to two minutes, because the mail has already been sent, and a failed attempt would send it
        // again.
        await using var session = await database.WriteAsync(LockPatience.Ample, cancellationToken);
        await session.ExecuteAsync(
            """
            insert into email_logs (task_id, attempt, recipient, subject, status, error, sent_at)
            values (@task, @attempt, @recipient, @subject, @status, @error, @now)
            on conflict (task_id, attempt) do update set status = excluded.status, error = excluded.error, sent_at = excluded.sent_at
            """,
            [
                ("@task", entry.TaskId.ToString()), ("@attempt", entry.Attempt), ("@recipient", entry.Recipient),
                ("@subject", entry.Subject), ("@status", Text(entry.Status)), ("@error", entry.Error), ("@now", time.GetUtcNow()),
            ],
            cancellationToken);
        await session.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EmailLogEntry>> ReadAsync(TaskId taskId, CancellationToken cancellationToken) =>
        QueryAsync("task_id = @value", taskId.ToString(), cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<EmailLogEntry>> FindAsync(string subject, CancellationToken cancellationToken) =>
        QueryAsync("subject = @value", subject, cancellationToken);

    private async Task<IReadOnlyList<EmailLogEntry>> QueryAsync(string condition, string value, CancellationToken cancellationToken)
    {
        await using var session = await database.ReadAsync(cancellationToken);
        return await session.QueryAsync(
            $"select task_id, attempt, recipient, subject, status, error from email_logs where {condition} order by task_id, attempt",
            [("@value", value)],
            static row => new EmailLogEntry(
                TaskId.Parse(row.GetString(0)),
                row.GetInt32(1),
                row.GetString(2),
                row.GetString(3),
                Enum.Parse<EmailStatus>(row.GetString(4), ignoreCase: true),
                row.IsDBNull(5) ? null : row.GetString(5)),
            cancellationToken);
    }

    private static string Text(EmailStatus status) => status == EmailStatus.Sent ? "sent" : "failed";
}

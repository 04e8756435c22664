namespace TaskGen.Sample;

/// <summary>Contains tasks that send mail.</summary>
/// <param name="composer">The object that composes messages.</param>
/// <param name="mail">The object that sends messages.</param>
/// <param name="log">The log that records each attempt.</param>
public sealed class NotificationTasks(MailComposer composer, IMailTransport mail, IEmailLog log)
{
    /// <summary>
    /// Sends a mail and records each attempt, whether it succeeded or failed. The task is retried if the connection is lost or the server
    /// is busy, but not if the recipient is refused. A sent mail cannot be rolled back. Therefore, after a crash between sending and
    /// recording, the next attempt sends the mail again, with the same message id.
    /// </summary>
    /// <param name="recipient">The address of the recipient.</param>
    /// <param name="subject">The subject, a single line.</param>
    /// <param name="body">The body, as plain text.</param>
    /// <param name="context">
    /// The task context. The message id is derived from its id. Its id and attempt number are the key of the recorded attempt.
    /// </param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <param name="templateId">
    /// The name of the template for the body: <c>notice</c> or <c>alert</c>. If it is <see langword="null"/>, the body is sent as plain
    /// text.
    /// </param>
    /// <returns>The recipient and the message id.</returns>
    /// <exception cref="TaskRejectedException">The mail was refused permanently.</exception>
    [Task(Name = "notifications.send_email", Queue = "io_intensive", Retry = 5)]
    public Task<SentEmail> SendNotificationEmail(
        string recipient, string subject, string body, TaskContext context, CancellationToken cancellationToken, string? templateId = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        return SendAsync(recipient, subject, body, templateId, context, cancellationToken);
    }

    /// <summary>Sends a mail about a report. In a chain, this task follows the task that writes the report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="recipient">The address of the recipient.</param>
    /// <param name="context">The task context, which is used as in <see cref="SendNotificationEmail"/>.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <returns>The recipient and the message id.</returns>
    [Task(Name = "notifications.announce_report", Queue = "io_intensive", Retry = 5)]
    public Task<SentEmail> AnnounceReport(
        GeneratedReport report, string recipient, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(context);
        var body = FormattableString.Invariant($"{report.Flights} flights: {report.FilePath}");
        return SendAsync(recipient, SubjectOf(report), body, "notice", context, cancellationToken);
    }

    /// <summary>Sends a mail about a failure. A canvas starts this task as its error handler.</summary>
    /// <param name="failure">The failure, which does not contain the arguments of the failed task.</param>
    /// <param name="context">The task context, which is used as in <see cref="SendNotificationEmail"/>.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    /// <param name="recipient">The address of the recipient.</param>
    /// <returns>The recipient and the message id.</returns>
    [Task(Name = "notifications.notify_failure", Queue = "io_intensive", Retry = 5)]
    public Task<SentEmail> Notify(
        TaskFailure failure, TaskContext context, CancellationToken cancellationToken, string recipient = "operations@example.com")
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(context);
        var body = FormattableString.Invariant(
            $"{failure.State} after {failure.Attempts} attempt(s): {failure.ExceptionType}: {failure.Message}");
        return SendAsync(recipient, SubjectOf(failure), body, "alert", context, cancellationToken);
    }

    /// <summary>Returns the subject of the mail about a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The subject, a single line.</returns>
    public static string SubjectOf(GeneratedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"Your report {report.ReportType} is ready";
    }

    /// <summary>Returns the subject of the mail about a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>The subject, a single line that is unique for the failure.</returns>
    public static string SubjectOf(TaskFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return $"{failure.TaskName} failed: {failure.TaskId}";
    }

    private async Task<SentEmail> SendAsync(
        string recipient, string subject, string body, string? templateId, TaskContext context, CancellationToken cancellationToken)
    {
        var entry = new EmailLogEntry(context.Id, context.Attempt, recipient, subject, EmailStatus.Sent);
        if ((await log.ReadAsync(context.Id, cancellationToken)).FirstOrDefault(static earlier => earlier.Status == EmailStatus.Sent)
            is not null)
        {
            // An earlier attempt sent the mail and recorded it, and its worker then crashed.
            return new SentEmail(recipient, MailComposer.MessageIdOf(context.Id));
        }

        try
        {
            var message = await composer.ComposeAsync(context.Id, recipient, subject, body, templateId, context.EnqueuedAt);
            await mail.SendAsync(message, cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            await log.WriteAsync(entry with { Status = EmailStatus.Failed, Error = failure.Message }, cancellationToken);
            if (failure is MailRefusedException)
            {
                throw new TaskRejectedException(failure.Message, failure);
            }

            throw;
        }

        // The mail was sent, so the record is written even if the worker is stopping.
        await log.WriteAsync(entry, CancellationToken.None);
        return new SentEmail(recipient, MailComposer.MessageIdOf(context.Id));
    }
}

namespace TaskGen.Sample;

/// <summary>Tasks that tell people something.</summary>
/// <param name="composer">Makes the message.</param>
/// <param name="mail">Takes the message.</param>
/// <param name="log">Where every attempt is recorded.</param>
public sealed class NotificationTasks(MailComposer composer, IMailTransport mail, IEmailLog log)
{
    /// <summary>
    /// Sends a mail and records each attempt, sent or failed. A connection that drops and a server that is busy are worth another attempt;
    /// a recipient that is refused is not. A mail cannot be taken back, so a crash between sending and recording sends it again, with the
    /// same message id.
    /// </summary>
    /// <param name="recipient">To whom.</param>
    /// <param name="subject">About what, in one line.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="context">Its id makes the id of the message and is, with the attempt, the key of the record.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="templateId">
    /// The template that the body is put into: <c>notice</c> or <c>alert</c>. Without one it is sent as it is.
    /// </param>
    /// <returns>What was sent.</returns>
    /// <exception cref="TaskRejectedException">The mail was refused for good.</exception>
    [Task(Name = "notifications.send_email", Queue = "io_intensive", Retry = 5)]
    public Task<SentEmail> SendNotificationEmail(
        string recipient, string subject, string body, TaskContext context, CancellationToken cancellationToken, string? templateId = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        return SendAsync(recipient, subject, body, templateId, context, cancellationToken);
    }

    /// <summary>Tells somebody of a report: what follows the task that writes it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="recipient">Whom to tell.</param>
    /// <param name="context">As with <see cref="SendNotificationEmail"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>What was sent.</returns>
    [Task(Name = "notifications.announce_report", Queue = "io_intensive", Retry = 5)]
    public Task<SentEmail> AnnounceReport(
        GeneratedReport report, string recipient, TaskContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(context);
        var body = FormattableString.Invariant($"{report.Flights} flights: {report.FilePath}");
        return SendAsync(recipient, SubjectOf(report), body, "notice", context, cancellationToken);
    }

    /// <summary>Tells somebody of a failure: the handler of an error in a canvas.</summary>
    /// <param name="failure">What failed and why; no argument of the task is in it.</param>
    /// <param name="context">As with <see cref="SendNotificationEmail"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="recipient">Whom to tell.</param>
    /// <returns>What was sent.</returns>
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

    /// <summary>The subject of the mail about a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>One line.</returns>
    public static string SubjectOf(GeneratedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return $"Your report {report.ReportType} is ready";
    }

    /// <summary>The subject of the mail about a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <returns>One line, which no other failure has.</returns>
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
            // A worker died after it had recorded this mail.
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

        // It is out. Not even a worker that is told to stop leaves now without having said so.
        await log.WriteAsync(entry, CancellationToken.None);
        return new SentEmail(recipient, MailComposer.MessageIdOf(context.Id));
    }
}

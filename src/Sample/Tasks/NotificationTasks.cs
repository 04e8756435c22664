namespace TaskGen.Sample;

/// <summary>Tasks that tell people something.</summary>
/// <param name="composer">Makes the message.</param>
/// <param name="mail">Takes the message.</param>
/// <param name="log">Where every attempt is recorded.</param>
public sealed class NotificationTasks(MailComposer composer, IMailTransport mail, IEmailLog log)
{
    /// <summary>
    /// Sends a mail and records each attempt, sent or failed. A connection that drops and a server that is busy are worth another attempt; a recipient that is refused is not.
    /// A mail cannot be taken back, so a crash between sending and recording sends it again, with the same message id.
    /// </summary>
    /// <param name="recipient">To whom.</param>
    /// <param name="subject">About what, in one line.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="context">Its id makes the id of the message and is, with the attempt, the key of the record.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="templateId">The template that the body is put into: <c>notice</c> or <c>alert</c>. Without one it is sent as it is.</param>
    /// <returns>What was sent.</returns>
    /// <exception cref="TaskRejectedException">The mail was refused for good.</exception>
    [Task(Name = "notifications.send_email", Queue = "io_intensive", Retry = 5)]
    public async Task<SentEmail> SendNotificationEmail(
        string recipient, string subject, string body, TaskContext context, CancellationToken cancellationToken, string? templateId = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        var entry = new EmailLogEntry(context.Id, context.Attempt, recipient, subject, EmailStatus.Sent);
        if ((await log.ReadAsync(context.Id, cancellationToken)).FirstOrDefault(static earlier => earlier.Status == EmailStatus.Sent) is not null)
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

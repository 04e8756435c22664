using MimeKit;

namespace TaskGen.Sample;

/// <summary>Composes mail messages.</summary>
/// <param name="templates">The templates of messages.</param>
public sealed class MailComposer(EmbeddedTemplates templates)
{
    private const string Kind = "mail";
    private const string Domain = "taskgen.example";

    /// <summary>Returns the message id that is used for the mail of a task.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <returns>The message id, without angle brackets.</returns>
    public static string MessageIdOf(TaskId taskId) => $"{taskId.Value:N}@{Domain}";

    /// <summary>Composes the mail of a task.</summary>
    /// <param name="taskId">
    /// The id of the task. The message id is derived from it, so that a recipient can recognize a mail that is sent twice.
    /// </param>
    /// <param name="recipient">The address of the recipient, with or without a name.</param>
    /// <param name="subject">The subject, which must be a single line.</param>
    /// <param name="body">The body, as plain text.</param>
    /// <param name="templateId">The name of the template for the body; <see langword="null"/> to send the body as plain text.</param>
    /// <param name="date">The date of the message.</param>
    /// <returns>The message.</returns>
    /// <exception cref="MailRefusedException">The recipient, the subject, or the template is not valid.</exception>
    public async Task<MimeMessage> ComposeAsync(
        TaskId taskId, string recipient, string subject, string body, string? templateId, DateTimeOffset date)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (!MailboxAddress.TryParse(recipient, out var address) || !address.Address.Contains('@', StringComparison.Ordinal))
        {
            throw new MailRefusedException("The recipient is not an email address.");
        }

        if (subject.Any(char.IsControl))
        {
            throw new MailRefusedException("The subject is not a single line of text.");
        }

        return new MimeMessage(
            [new MailboxAddress("TaskGen sample", $"sample@{Domain}")],
            [address],
            subject,
            await BodyAsync(recipient, subject, body, templateId))
        {
            MessageId = MessageIdOf(taskId),
            Date = date,
        };
    }

    private async Task<MimeEntity> BodyAsync(string recipient, string subject, string body, string? templateId)
    {
        var builder = new BodyBuilder { TextBody = body };
        if (templateId is not null)
        {
            var known = EmbeddedTemplates.Names(Kind);
            if (!known.Contains(templateId, StringComparer.Ordinal))
            {
                throw new MailRefusedException($"Template '{templateId}' does not exist. The templates are: {string.Join(", ", known)}.");
            }

            builder.HtmlBody = await templates.RenderAsync(
                Kind, templateId, new Dictionary<string, object?> { ["recipient"] = recipient, ["subject"] = subject, ["body"] = body });
        }

        return builder.ToMessageBody();
    }
}

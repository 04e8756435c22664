using MimeKit;

namespace TaskGen.Sample;

/// <summary>Makes messages.</summary>
/// <param name="templates">Where templates come from.</param>
public sealed class MailComposer(EmbeddedTemplates templates)
{
    private const string Kind = "mail";
    private const string Domain = "taskgen.example";

    /// <summary>The id of the message of a task.</summary>
    /// <param name="taskId">The task.</param>
    /// <returns>The id, without brackets.</returns>
    public static string MessageIdOf(TaskId taskId) => $"{taskId.Value:N}@{Domain}";

    /// <summary>Makes the message of a task.</summary>
    /// <param name="taskId">The task; the message's id is made from it, so that a mail which is sent twice can be told.</param>
    /// <param name="recipient">An address, with or without a name.</param>
    /// <param name="subject">One line.</param>
    /// <param name="body">Plain text.</param>
    /// <param name="templateId">The template that the body is put into; null: none.</param>
    /// <param name="date">The date of the message.</param>
    /// <returns>The message.</returns>
    /// <exception cref="MailRefusedException">No message can be made of it.</exception>
    public async Task<MimeMessage> ComposeAsync(
        TaskId taskId, string recipient, string subject, string body, string? templateId, DateTimeOffset date)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (!MailboxAddress.TryParse(recipient, out var address) || !address.Address.Contains('@', StringComparison.Ordinal))
        {
            throw new MailRefusedException("The recipient is not a mail address.");
        }

        if (subject.Any(char.IsControl))
        {
            throw new MailRefusedException("The subject is not one line of text.");
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
                throw new MailRefusedException($"There is no template '{templateId}'. There are: {string.Join(", ", known)}.");
            }

            builder.HtmlBody = await templates.RenderAsync(
                Kind, templateId, new Dictionary<string, object?> { ["recipient"] = recipient, ["subject"] = subject, ["body"] = body });
        }

        return builder.ToMessageBody();
    }
}

using System.Diagnostics.CodeAnalysis;
using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Content;

/// <summary>Sends mail, with a different name of the client.</summary>
[TaskGroup("Outgoing")]
public static class MailTasks
{
    /// <summary>Sends a mail.</summary>
    /// <param name="draft">The mail.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The task.</returns>
    [Task(Name = "mail.send", Queue = "mail")]
    public static async ValueTask Send(MailDraft draft, [FromServices] IMailSender sender, CancellationToken cancellationToken)
    {
        await sender.SendAsync(draft.To, draft.Subject, cancellationToken);
        foreach (var address in draft.Cc)
        {
            await sender.SendAsync(address, $"{draft.Subject} ({draft.Headers?.Count ?? 0})", cancellationToken);
        }
    }

    /// <summary>Sends one mail of a queue.</summary>
    /// <param name="address">The address.</param>
    /// <param name="tags">The tags.</param>
    /// <param name="sender">The sender.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The length of the address.</returns>
    [Task(Name = "mail.queued", Queue = "mail")]
    [SuppressMessage("Design", "CA1002", Justification = "The tags are data, and JSON has no other list.")]
    public static async ValueTask<int> SendQueued(
        string address, List<string?>? tags, [FromServices] IMailSender sender, CancellationToken cancellationToken)
    {
        await sender.SendAsync(address, "Queued", cancellationToken);
        return address.Length + (tags?.Count ?? 0);
    }
}

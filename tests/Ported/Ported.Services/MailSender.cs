namespace Ported.Services;

public sealed class MailSender(IJournal journal) : IMailSender
{
    public ValueTask SendAsync(string address, string subject, CancellationToken cancellationToken)
    {
        journal.Add($"mailed {subject} to {address}");
        return ValueTask.CompletedTask;
    }
}

namespace TaskGen.Sample;

/// <summary>A mail from a template; each attempt is on record.</summary>
/// <param name="notifications">The tasks.</param>
/// <param name="mail">Where mail goes.</param>
/// <param name="log">The record.</param>
/// <param name="output">Where to say it.</param>
internal sealed class NotificationStep(NotificationTasksClient notifications, IMailTransport mail, IEmailLog log, TourOutput output)
    : ITourStep
{
    public string Title => "6. send_notification_email: a template, a mail, a row in email_logs for each attempt";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        var handle = await notifications.SendNotificationEmail.DelayAsync(
            "ann@example.com", "Your data set is ready", $"{dataset.Name} has {dataset.RowCount} rows.", "notice", cancellationToken);
        var sent = await handle.GetAsync(TourOutput.Patience, cancellationToken);
        output.Say($"message {sent.MessageId} went to {mail.Place}");
        var good = await ShowLogAsync(handle, cancellationToken);
        TourOutput.Promise(good[^1].Status == EmailStatus.Sent, "a sent mail should be on record");

        var nobody = await notifications.SendNotificationEmail.DelayAsync(
            "nobody", "Hello?", "Is anybody there?", cancellationToken: cancellationToken);
        var failure = await TourOutput.FailureOfAsync(nobody, cancellationToken);
        var bad = await ShowLogAsync(nobody, cancellationToken);
        TourOutput.Promise(
            bad is [{ Status: EmailStatus.Failed }] && failure.Attempts == 1,
            "a recipient that is refused should be on record and not be retried");
    }

    private async Task<IReadOnlyList<EmailLogEntry>> ShowLogAsync(TaskHandle handle, CancellationToken cancellationToken)
    {
        var entries = await log.ReadAsync(handle.Id, cancellationToken);
        foreach (var entry in entries)
        {
            output.Say($"email_logs: {entry.Recipient}, attempt {entry.Attempt}: {entry.Status} {entry.Error}");
        }

        return entries;
    }
}

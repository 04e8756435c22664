namespace TaskGen.Sample;

/// <summary>Shows that mail is sent from a template, and that each attempt is recorded.</summary>
/// <param name="notifications">The client of the tasks.</param>
/// <param name="mail">The transport of the mail.</param>
/// <param name="log">The recorded attempts.</param>
/// <param name="output">The output of the step.</param>
internal sealed class NotificationStep(NotificationTasksClient notifications, IMailTransport mail, IEmailLog log, TourOutput output)
    : ITourStep
{
    public string Title => "6. Email notifications";

    public string Shows => "A mail from a template; every attempt is recorded";

    public async Task RunAsync(Dataset dataset, CancellationToken cancellationToken)
    {
        // <snippet NotificationStep>
        var handle = await notifications.SendNotificationEmail.DelayAsync(
            "ann@example.com", "Your data set is ready",
            $"{dataset.Name} has {dataset.RowCount} rows.", "notice",
            cancellationToken);
        var sent = await handle.GetAsync(cancellationToken);
        // </snippet>
        output.Say($"Sent message {sent.MessageId} to {mail.Place}");
        var good = await ShowLogAsync(handle, cancellationToken);
        output.Check(good[^1].Status == EmailStatus.Sent, "The database records the sent mail");

        var refused = await notifications.SendNotificationEmail.DelayAsync(
            "no-address", "Hello", "This mail has no recipient.", cancellationToken: cancellationToken);
        var failure = await output.FailureOfAsync(refused, cancellationToken);
        var bad = await ShowLogAsync(refused, cancellationToken);
        output.Check(
            bad is [{ Status: EmailStatus.Failed }] && failure.Attempts == 1,
            "A refused recipient is recorded as well, and the task was not retried");
    }

    private async Task<IReadOnlyList<EmailLogEntry>> ShowLogAsync(TaskHandle handle, CancellationToken cancellationToken)
    {
        var entries = await log.ReadAsync(handle.Id, cancellationToken);
        foreach (var entry in entries)
        {
            if (entry.Status == EmailStatus.Sent)
            {
                output.Say($"email_logs: {entry.Recipient}, attempt {entry.Attempt}: {entry.Status}");
            }
            else
            {
                output.Error($"email_logs: {entry.Recipient}, attempt {entry.Attempt}: {entry.Status}: {entry.Error}");
            }
        }

        return entries;
    }
}

using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Pattern.Tests;

[Collection(DataPatterns.Name)]
public sealed class Pattern06NotificationTests(DataServers servers)
{
    private const string Ann = "ann@example.com";

    [Theory, EachBackend]
    public async Task A_mail_made_from_a_template_goes_through_a_conversation_with_a_server_and_has_one_sent_row(Backend backend)
    {
        await using var smtp = SmtpServer.Start();
        await using var application = await StartAsync(backend, smtp);
        var handle = await SendAsync(application, "notice");
        var sent = await handle.GetAsync(Limits.Long);

        var taken = Assert.Single(smtp.Messages);
        Assert.Equal([Ann], taken.Recipients);
        Assert.Contains("Subject: Hello", taken.Text, StringComparison.Ordinal);
        Assert.Contains($"Message-Id: <{sent.MessageId}>", taken.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"Hello {Ann}", taken.Text, StringComparison.Ordinal);
        Assert.Contains("The body.", taken.Text, StringComparison.Ordinal);
        Assert.Equal([new EmailLogEntry(handle.Id, 1, Ann, "Hello", EmailStatus.Sent)], await LogAsync(application, handle));
        Assert.Equal(1, await application.CountRowsAsync("select count(*) from email_logs where status = 'sent'"));
    }

    [Theory, EachBackend]
    public async Task A_refused_recipient_is_permanent_one_failed_row_one_conversation_and_a_dead_letter(Backend backend)
    {
        await using var smtp = SmtpServer.Start(static _ => SmtpAnswer.Refuse);
        await using var application = await StartAsync(backend, smtp);
        var handle = await SendAsync(application);
        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));

        Assert.Equal(1, failure.Attempts);
        Assert.Contains("550", failure.RemoteMessage, StringComparison.Ordinal);
        Assert.Equal((1, 0), (smtp.Conversations, smtp.Messages.Count));
        var row = Assert.Single(await LogAsync(application, handle));
        Assert.Equal((EmailStatus.Failed, 1), (row.Status, row.Attempt));
        Assert.Contains("550", row.Error, StringComparison.Ordinal);
        Assert.Equal(1, await application.CountRowsAsync("select count(*) from email_logs where status = 'failed'"));
        Assert.Equal(handle.Id.Value, Assert.Single(await application.DeadLettersAsync("io_intensive")).Key.Id);
    }

    [Theory, EachBackend]
    public async Task A_dropped_connection_is_retried_and_each_attempt_has_its_row(Backend backend)
    {
        var asked = 0;
        await using var smtp = SmtpServer.Start(_ => Interlocked.Increment(ref asked) == 1 ? SmtpAnswer.Drop : SmtpAnswer.Accept);
        await using var application = await StartAsync(backend, smtp);
        var handle = await SendAsync(application);
        await handle.GetAsync(Limits.Long);

        Assert.Equal((2, 1), (smtp.Conversations, smtp.Messages.Count));
        Assert.Equal(
            [(1, EmailStatus.Failed), (2, EmailStatus.Sent)],
            (await LogAsync(application, handle)).Select(static row => (row.Attempt, row.Status)));
        Assert.Equal(2, await application.CountRowsAsync("select count(*) from email_logs"));
        Assert.Empty(await application.DeadLettersAsync("io_intensive"));
    }

    private async Task<Application> StartAsync(Backend backend, SmtpServer smtp)
    {
        var application = await Application.StartWithDataAsync(servers, backend, smtp.Port);
        await application.StartWorkerAsync("w1", 2, "io_intensive");
        return application;
    }

    private static Task<TaskHandle<SentEmail>> SendAsync(Application application, string? template = null) =>
        application.Of<NotificationTasksClient>().SendNotificationEmail.DelayAsync(Ann, "Hello", "The body.", template);

    private static Task<IReadOnlyList<EmailLogEntry>> LogAsync(Application application, TaskHandle handle) =>
        application.Of<IEmailLog>().ReadAsync(handle.Id, CancellationToken.None);
}

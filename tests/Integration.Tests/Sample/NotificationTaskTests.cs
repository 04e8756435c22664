using MimeKit;
using TaskGen;
using TaskGen.Sample;
using TaskGen.Servers;

namespace Integration.Tests;

public sealed class NotificationTaskTests(DataServers servers) : IClassFixture<DataServers>
{
    private const string Ann = "ann@example.com";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_mail_from_a_template_is_taken_by_the_server_and_has_a_sent_row(bool onServers)
    {
        await using var smtp = SmtpServer.Start();
        await using var application = await SampleApplication.StartAsync(servers, onServers, smtp: smtp.Port);
        var handle = await application.Tasks.NotificationTasks.SendNotificationEmail.DelayAsync(
            Ann, "Grüße", "1 < 2 & so on\n.\nend", "notice");
        var sent = await handle.GetAsync(Limits.Long);

        var taken = Assert.Single(smtp.Messages);
        Assert.Equal([Ann], taken.Recipients);
        var message = await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(taken.Text)));
        Assert.Equal("Grüße", message.Subject);
        Assert.Equal(sent.MessageId, message.MessageId);
        Assert.Contains("1 < 2 & so on\n.\nend", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("1 &lt; 2 &amp; so on", message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains($"Hello {Ann}", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal([new EmailLogEntry(handle.Id, 1, Ann, "Grüße", EmailStatus.Sent)], await LogAsync(application, handle));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refused_recipient_is_permanent_with_a_failed_row_and_a_dead_letter(bool onServers)
    {
        await using var smtp = SmtpServer.Start(static _ => SmtpAnswer.Refuse);
        await using var application = await SampleApplication.StartAsync(servers, onServers, smtp: smtp.Port);
        var handle = await application.Tasks.NotificationTasks.SendNotificationEmail.DelayAsync(Ann, "Hello", "Hello");
        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));

        Assert.Equal(typeof(TaskRejectedException).FullName, failure.RemoteExceptionType);
        Assert.Equal(1, failure.Attempts);
        Assert.Contains("550", failure.RemoteMessage, StringComparison.Ordinal);
        Assert.Equal(1, smtp.Conversations);
        Assert.Empty(smtp.Messages);
        var row = Assert.Single(await LogAsync(application, handle));
        Assert.Equal((EmailStatus.Failed, 1), (row.Status, row.Attempt));
        Assert.Contains("550", row.Error, StringComparison.Ordinal);
        Assert.Equal([handle.Id.Value], await application.DeadLettersAsync("io_intensive"));
    }

    [Theory]
    [InlineData(false, SmtpAnswer.Drop)]
    [InlineData(false, SmtpAnswer.TryLater)]
    [InlineData(true, SmtpAnswer.Drop)]
    [InlineData(true, SmtpAnswer.TryLater)]
    public async Task A_dropped_connection_and_a_busy_server_are_retried_with_a_row_for_each_attempt(bool onServers, SmtpAnswer first)
    {
        var asked = 0;
        await using var smtp = SmtpServer.Start(_ => Interlocked.Increment(ref asked) == 1 ? first : SmtpAnswer.Accept);
        await using var application = await SampleApplication.StartAsync(servers, onServers, smtp: smtp.Port);
        var handle = await application.Tasks.NotificationTasks.SendNotificationEmail.DelayAsync(Ann, "Hello", "Hello");
        await handle.GetAsync(Limits.Long);

        Assert.Single(smtp.Messages);
        Assert.Equal(2, smtp.Conversations);
        Assert.Equal(
            [(1, EmailStatus.Failed), (2, EmailStatus.Sent)],
            (await LogAsync(application, handle)).Select(static row => (row.Attempt, row.Status)));
        Assert.Empty(await application.DeadLettersAsync("io_intensive"));
    }

    [Theory]
    [InlineData("nobody", "Hello", null, "not an email address")]
    [InlineData(Ann, "Hello\r\nBcc: all@example.com", null, "not a single line")]
    [InlineData(Ann, "Hello", "../notice", "The templates are: alert, notice")]
    public async Task A_mail_that_cannot_be_made_is_permanent_and_says_why(string recipient, string subject, string? template, string why)
    {
        await using var smtp = SmtpServer.Start();
        await using var application = await SampleApplication.StartAsync(servers, onServers: false, smtp: smtp.Port);
        var handle = await application.Tasks.NotificationTasks.SendNotificationEmail.DelayAsync(recipient, subject, "Hello", template);
        var failure = await Assert.ThrowsAsync<TaskFailedException>(() => handle.GetAsync(Limits.Long));

        Assert.Contains(why, failure.RemoteMessage, StringComparison.Ordinal);
        Assert.Equal(EmailStatus.Failed, Assert.Single(await LogAsync(application, handle)).Status);
        Assert.Equal(0, smtp.Conversations);
    }

    [Fact]
    public async Task Without_a_server_mail_goes_into_a_folder_a_file_a_task()
    {
        await using var application = await SampleApplication.StartAsync(servers, onServers: false);
        var handle = await application.Tasks.NotificationTasks.SendNotificationEmail.DelayAsync(Ann, "Hello", "Hello", "alert");
        await handle.GetAsync(Limits.Long);

        var file = Assert.Single(Directory.GetFiles(application.Mail));
        Assert.Equal($"{handle.Id.Value:N}.eml", Path.GetFileName(file));
        var message = await MimeMessage.LoadAsync(file);
        Assert.Equal(Ann, Assert.Single(message.To.Mailboxes).Address);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_task_whose_mail_is_on_record_as_sent_does_not_send_it_again(bool onServers)
    {
        await using var smtp = SmtpServer.Start();
        await using var application = await SampleApplication.StartAsync(servers, onServers, smtp: smtp.Port);

        // As an attempt leaves it whose worker died before the broker knew.
        var id = new TaskId(Guid.CreateVersion7(), "io_intensive");
        await application.Of<IEmailLog>().WriteAsync(new EmailLogEntry(id, 1, Ann, "Hello", EmailStatus.Sent), CancellationToken.None);
        var handle = await application.Tasks.NotificationTasks.SendNotificationEmail.With(new() { Id = id })
            .DelayAsync(Ann, "Hello", "Hello");
        var sent = await handle.GetAsync(Limits.Long);

        Assert.Equal(MailComposer.MessageIdOf(id), sent.MessageId);
        Assert.Equal(0, smtp.Conversations);
    }

    private static Task<IReadOnlyList<EmailLogEntry>> LogAsync(SampleApplication application, TaskHandle handle) =>
        application.Of<IEmailLog>().ReadAsync(handle.Id, CancellationToken.None);
}

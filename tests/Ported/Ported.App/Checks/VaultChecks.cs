using System.Text.Json;
using Ported.Contracts;
using Ported.Jobs.Vault;
using TaskGen;

namespace Ported.App.Checks;

internal sealed class VaultChecks(Check check, OrganizationTasksClient organizations, LicenseTasksClient licenses, ITaskClient tasks)
    : ICheckGroup
{
    private static readonly Guid Organization = Guid.Parse("6a6df2c5-7a39-4b52-8d2a-6a2d6b6f8a55");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Check.ReturnsAsync(
            new SyncReport(1, 1, new Dictionary<Guid, AccessRights> { [Organization] = AccessRights.Read | AccessRights.Write }),
            await organizations.Sync.DelayAsync(
                Organization,
                [new DirectoryUser("ann@example.org", null, false), new DirectoryUser("bob@example.org", "Bob", true)],
                [],
                cancellationToken: cancellationToken));
        using var body = JsonDocument.Parse("""{ "member": [1, 2] }""");
        var hook = new WebhookEvent("member.added", new Uri("https://hooks.example/flaky"), body.RootElement, DateTimeOffset.UnixEpoch);
        await (await organizations.PostEvent.DelayAsync(hook, cancellationToken)).GetAsync(cancellationToken);
        var invitation = await organizations.Invite.DelayAsync("ann@example.org", AccessRights.Share, cancellationToken: cancellationToken);
        await Check.ReturnsAsync(invitation.Id, invitation);
        await Check.ReturnsAsync(
            24, await organizations.DeleteSends.DelayAsync(new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero), cancellationToken));

        await Check.ReturnsAsync(LicenseState.Expired, await licenses.Check.DelayAsync("missing", "k-1", cancellationToken));
        await Check.ReturnsAsync(
            "k-1-2030",
            await licenses.Renew.DelayAsync(new LicenseRequest("home", "k-1", new DateOnly(2030, 1, 1)), cancellationToken));
        await Check.ReturnsAsync(
            6,
            await licenses.RotateSecret.DelayAsync(
                new Credential { User = "ann", Secret = "123456" }, new TimeOnly(0, 0, 0, 1), cancellationToken));
        await CheckNotificationsAsync(cancellationToken);
    }

    private async Task CheckNotificationsAsync(CancellationToken cancellationToken)
    {
        var mail = new MailNotification("Welcome", "ann@example.org");
        var push = new PushNotification("Synced", Organization);
        await check.WritesAsync("pushed Welcome", await tasks.NotificationTasks.Send.DelayAsync(mail, cancellationToken));
        await Check.ReturnsAsync(
            (2, 4),
            await tasks.NotificationTasks.Count.DelayAsync(
                [mail, push, push], new SortedSet<DateOnly> { DateOnly.MinValue, DateOnly.MaxValue }, cancellationToken));
        await Check.ReturnsAsync(push, await tasks.NotificationTasks.Last.DelayAsync([mail, push], cancellationToken));
    }
}

using System.Text.Json;
using Ported.Contracts;
using Ported.Jobs.Content;
using TaskGen;

namespace Ported.App.Checks;

internal sealed class ContentChecks(
    Check check, ContentTasksClient content, PluginTasksClient plugins, BackupTasksClient backups, OutgoingClient mail) : ICheckGroup
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var publish = content.Publish.With(new EnqueueOptions { Headers = { ["tenant"] = "acme" }, Priority = TaskPriority.High });
        await check.WritesAsync(
            $"published {Guid.Empty:N} in 2025 for acme!",
            await publish.DelayAsync(
                new ContentId(Guid.Empty), new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc), "!", cancellationToken));
        using var model = JsonDocument.Parse("""{ "title": "Home" }""");
        await Check.ReturnsAsync(
            "Home 1.2",
            await content.Render.DelayAsync(model.RootElement, new Version(1, 2), cancellationToken: cancellationToken));
        await Check.ReturnsAsync(3, await content.Trim.DelayAsync(2, cancellationToken));
        await CheckPluginsAsync(cancellationToken);
        await Check.ReturnsAsync(3, await backups.Create.DelayAsync("daily", cancellationToken));
        await Check.FailsAsync<FileNotFoundException>(await backups.Restore.DelayAsync("daily", cancellationToken));
        await Check.ReturnsAsync(30L, await backups.Prune.DelayAsync(30, cancellationToken));
        await CheckMailAsync(cancellationToken);
    }

    private async Task CheckPluginsAsync(CancellationToken cancellationToken)
    {
        var package = new PluginPackage("player", new Version(1, 0), new Uri("https://plugins.example/player"));
        await Check.ReturnsAsync(new Version(2, 0), await plugins.Update.DelayAsync(package, new Version(2, 0), cancellationToken));
        await Check.ReturnsAsync(
            $"True 3 -4 8096 9223372036854775807 0.5 5E-324 9.99 9  0 {Guid.Empty:N}",
            await plugins.Configure.DelayAsync(cancellationToken: cancellationToken));
        await Check.ReturnsAsync(
            [new Uri("https://feed.example/?page=2"), new Uri("https://feed.example/?page=3")],
            await plugins.ReadFeed.DelayAsync(new Uri("https://feed.example/"), new Range<int>(2, 4), cancellationToken));
    }

    private async Task CheckMailAsync(CancellationToken cancellationToken)
    {
        var draft = new MailDraft
        {
            To = "ann@example.org",
            Cc = ["bob@example.org"],
            Headers = new Dictionary<string, string> { ["X-Priority"] = "1" },
        };
        await check.WritesAsync("mailed (none) (1) to bob@example.org", await mail.Send.DelayAsync(draft, cancellationToken));
        var queued = await mail.SendQueued.DelayManyAsync(["a@b.c", "longer@b.c"], static address => new(address, null), cancellationToken);
        await Check.ReturnsAsync(5, queued[0]);
        await Check.ReturnsAsync(10, queued[1]);
    }
}

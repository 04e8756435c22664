using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Vault;

/// <summary>Maintains organizations, with scopes and options.</summary>
/// <param name="scopes">The factory of scopes.</param>
/// <param name="options">The options.</param>
public sealed class OrganizationTasks(IServiceScopeFactory scopes, IOptions<SyncOptions> options) : IAsyncDisposable
{
    /// <summary>Adopts the users of a directory.</summary>
    /// <param name="organizationId">The id of the organization.</param>
    /// <param name="users">The users.</param>
    /// <param name="grants">The rights of groups.</param>
    /// <param name="overwrite"><see langword="true"/> to replace rights.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The changes.</returns>
    [Task(Name = "organizations.sync", Retry = 5, RetryBaseDelaySeconds = 2, RetryMaxDelaySeconds = 120, TimeLimitSeconds = 900)]
    public async Task<SyncReport> Sync(
        Guid organizationId,
        IReadOnlyList<DirectoryUser> users,
        Dictionary<Guid, AccessRights> grants,
        bool overwrite = false,
        CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISendStore>().DeleteBeforeAsync(DateTimeOffset.UnixEpoch, cancellationToken);
        var disabled = users.Count(static user => user.Disabled);
        grants[organizationId] = overwrite ? AccessRights.Manage : AccessRights.Read | AccessRights.Write;
        return new SyncReport(Math.Min(users.Count, options.Value.MaxUsers) - disabled, disabled, grants);
    }

    /// <summary>Sends an event to a webhook.</summary>
    /// <param name="hook">The event.</param>
    /// <param name="clients">The factory of clients.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The task.</returns>
    [Task(Name = "organizations.post_event", Retry = 10, RetryBaseDelaySeconds = 0.01)]
    [GiveUpOn<UriFormatException>]
    public static async Task PostEvent(
        WebhookEvent hook, [FromServices] IHttpClientFactory clients, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient("webhooks");
        using var content = new StringContent(hook.Body.GetRawText());
        using var response = await client.PostAsync(hook.Target, content, cancellationToken);
        _ = response.EnsureSuccessStatusCode();
    }

    /// <summary>Invites a user.</summary>
    /// <param name="email">The address.</param>
    /// <param name="rights">The rights.</param>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="expires">The end of the invitation.</param>
    /// <returns>The id of the task, which the invitation names.</returns>
    [Task(Name = "organizations.invite")]
    public static TaskId Invite(string email, AccessRights rights, TaskContext context, DateTimeOffset? expires = null)
    {
        context.Progress.Report(1, 1, rights.ToString());
        return email.Length > 0 && expires is null ? context.Id : throw new TaskRejectedException("The address is missing.");
    }

    /// <summary>Deletes old items.</summary>
    /// <param name="sends">The items.</param>
    /// <param name="before">The time of the newest item to delete.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The number of items.</returns>
    [Task(Name = "organizations.delete_sends", Queue = "maintenance")]
    public static Task<int> DeleteSendsAsync(
        [FromServices] ISendStore sends, DateTimeOffset before, CancellationToken cancellationToken) =>
        sends.DeleteBeforeAsync(before, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

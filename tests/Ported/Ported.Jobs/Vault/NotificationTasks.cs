using Microsoft.Extensions.DependencyInjection;
using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Vault;

/// <summary>Sends notifications: polymorphic values, and a service with a key.</summary>
public static class NotificationTasks
{
    /// <summary>Sends one notification.</summary>
    /// <param name="notification">The notification.</param>
    /// <param name="notifier">The service that sends it.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The task.</returns>
    [Task(Name = "notifications.send", Priority = TaskPriority.High)]
    public static Task Send(
        Notification notification,
        [FromKeyedServices(PushNotifier.Key)] INotifier notifier,
        CancellationToken cancellationToken) =>
        notifier.NotifyAsync(notification.Title, cancellationToken);

    /// <summary>Counts notifications by their kind.</summary>
    /// <param name="notifications">The notifications.</param>
    /// <param name="dates">The days on which they are sent.</param>
    /// <returns>The numbers of mails and of pushed ones.</returns>
    [Task(Name = "notifications.count")]
    public static (int Mails, int Pushed) Count(IReadOnlyCollection<Notification> notifications, ISet<DateOnly>? dates = null)
    {
        var factor = Math.Max(dates?.Count ?? 0, 1);
        return (notifications.OfType<MailNotification>().Count() * factor, notifications.OfType<PushNotification>().Count() * factor);
    }

    /// <summary>Finds the last notification.</summary>
    /// <param name="notifications">The notifications.</param>
    /// <returns>The last one; <see langword="null"/> if there are none.</returns>
    [Task(Name = "notifications.last")]
    public static Notification? Last(IEnumerable<Notification> notifications) => notifications.LastOrDefault();
}

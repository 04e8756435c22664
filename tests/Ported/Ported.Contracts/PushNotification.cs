namespace Ported.Contracts;

public sealed record PushNotification(string Title, Guid DeviceId) : Notification(Title);

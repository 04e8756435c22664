namespace Ported.Contracts;

public sealed record MailNotification(string Title, string Address) : Notification(Title);

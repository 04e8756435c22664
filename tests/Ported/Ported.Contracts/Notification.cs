using System.Text.Json.Serialization;

namespace Ported.Contracts;

[JsonDerivedType(typeof(MailNotification), "mail")]
[JsonDerivedType(typeof(PushNotification), "push")]
public abstract record Notification(string Title);

namespace TaskGen.Servers;

/// <summary>What a <see cref="SmtpServer"/> says to a recipient.</summary>
public enum SmtpAnswer
{
    /// <summary>250: the message may come.</summary>
    Accept,

    /// <summary>550: no such mailbox, now and for ever.</summary>
    Refuse,

    /// <summary>451: not now.</summary>
    TryLater,

    /// <summary>Nothing: the connection is closed.</summary>
    Drop,
}

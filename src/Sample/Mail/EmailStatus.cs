namespace TaskGen.Sample;

/// <summary>Specifies the outcome of an attempt to send a mail.</summary>
public enum EmailStatus
{
    /// <summary>The server accepted the mail.</summary>
    Sent,

    /// <summary>The mail was not sent.</summary>
    Failed,
}

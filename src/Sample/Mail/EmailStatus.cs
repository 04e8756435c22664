namespace TaskGen.Sample;

/// <summary>How an attempt to send a mail ended.</summary>
public enum EmailStatus
{
    /// <summary>The server has taken it.</summary>
    Sent,

    /// <summary>It was not sent.</summary>
    Failed,
}

namespace TaskGen.Servers;

/// <summary>What is to be done with a reply that begins.</summary>
internal enum ReplyFate
{
    Pass,
    Swallow,

    /// <summary>From here on, what the server sends does not answer commands one by one.</summary>
    StopPairing,
}

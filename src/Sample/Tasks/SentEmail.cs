namespace TaskGen.Sample;

/// <summary>A mail that was sent.</summary>
/// <param name="Recipient">To whom.</param>
/// <param name="MessageId">The id in its header.</param>
public sealed record SentEmail(string Recipient, string MessageId);

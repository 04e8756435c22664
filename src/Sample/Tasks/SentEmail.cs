namespace TaskGen.Sample;

/// <summary>Represents a mail that was sent.</summary>
/// <param name="Recipient">The address of the recipient.</param>
/// <param name="MessageId">The message id in the header of the mail.</param>
public sealed record SentEmail(string Recipient, string MessageId);

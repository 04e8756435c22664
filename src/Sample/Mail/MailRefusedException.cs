namespace TaskGen.Sample;

/// <summary>The exception that is thrown when a mail message is refused permanently.</summary>
/// <param name="message">The reason for the refusal.</param>
/// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
public sealed class MailRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);

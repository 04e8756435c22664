namespace TaskGen.Sample;

/// <summary>Thrown when a message is refused permanently.</summary>
/// <param name="message">The reason of the refusal.</param>
/// <param name="innerException">The exception of the server.</param>
public sealed class MailRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);

namespace TaskGen.Sample;

/// <summary>A message was refused for good.</summary>
/// <param name="message">By whom, and why.</param>
/// <param name="innerException">What was answered.</param>
public sealed class MailRefusedException(string message, Exception? innerException = null) : Exception(message, innerException);

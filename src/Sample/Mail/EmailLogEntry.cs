namespace TaskGen.Sample;

/// <summary>Represents an attempt to send a mail.</summary>
/// <param name="TaskId">The id of the task.</param>
/// <param name="Attempt">The number of the attempt, starting at 1.</param>
/// <param name="Recipient">The address of the recipient.</param>
/// <param name="Subject">The subject of the mail.</param>
/// <param name="Status">The outcome of the attempt.</param>
/// <param name="Error">The error message; <see langword="null"/> if the mail was sent.</param>
public sealed record EmailLogEntry(TaskId TaskId, int Attempt, string Recipient, string Subject, EmailStatus Status, string? Error = null);

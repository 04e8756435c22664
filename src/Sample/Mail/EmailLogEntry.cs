namespace TaskGen.Sample;

/// <summary>One attempt to send a mail.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Attempt">Which attempt of it, from 1.</param>
/// <param name="Recipient">To whom.</param>
/// <param name="Subject">About what.</param>
/// <param name="Status">How it ended.</param>
/// <param name="Error">What went wrong, where something did.</param>
public sealed record EmailLogEntry(TaskId TaskId, int Attempt, string Recipient, string Subject, EmailStatus Status, string? Error = null);

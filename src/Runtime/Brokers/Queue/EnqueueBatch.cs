namespace TaskGen.Brokers;

/// <summary>Tasks that enter one queue together.</summary>
/// <param name="Producer">Who sends; made once a process.</param>
/// <param name="Number">
/// The sender's number for this batch, rising by one for each queue. A broker remembers the last 1,024 of a producer.
/// </param>
/// <param name="Tasks">At least one, at most 1,000.</param>
internal sealed record EnqueueBatch(Guid Producer, long Number, IReadOnlyList<NewTask> Tasks);

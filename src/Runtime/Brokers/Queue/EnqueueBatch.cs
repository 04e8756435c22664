namespace TaskGen.Brokers;

/// <summary>Represents a batch of tasks that are enqueued together in one queue, all or none.</summary>
/// <param name="Producer">The id of the sender. Each sender creates an id when it starts, and uses it for all its batches.</param>
/// <param name="Number">
/// The number of the batch. It increases by one with each batch that the producer sends to the same queue. A batch that is sent again has
/// the same number.
/// </param>
/// <param name="Tasks">The tasks; between 1 and 1,000.</param>
internal sealed record EnqueueBatch(Guid Producer, long Number, IReadOnlyList<NewTask> Tasks);

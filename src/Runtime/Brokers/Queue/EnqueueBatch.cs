namespace TaskGen.Brokers;

/// <summary>Represents tasks that are enqueued together in one queue.</summary>
/// <param name="Producer">The id of the sender. Each sender creates one id at its start and keeps it.</param>
/// <param name="Number">
/// The number of the batch. It increases by one with each batch that the producer sends to the same queue. A repeat of a batch has the same
/// number.
/// </param>
/// <param name="Tasks">The tasks, from 1 to 1,000.</param>
internal sealed record EnqueueBatch(Guid Producer, long Number, IReadOnlyList<NewTask> Tasks);

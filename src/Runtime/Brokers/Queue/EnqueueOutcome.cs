namespace TaskGen.Brokers;

/// <summary>What became of one task of a batch.</summary>
/// <param name="Id">The task: the one that was sent, or the one that was joined.</param>
/// <param name="Joined">
/// Whether a task that was there stands for it. A task whose own id was there already is not joined: it is the same one.
/// </param>
internal readonly record struct EnqueueOutcome(Guid Id, bool Joined);

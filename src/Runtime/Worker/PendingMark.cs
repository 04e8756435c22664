using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>Represents a start mark (a report that a task has started) that must be sent to the broker.</summary>
/// <param name="Mark">The start mark.</param>
/// <param name="Confirmed">
/// The source of the result, which indicates whether the lease was current; <see langword="null"/> if no caller awaits the result.
/// </param>
internal readonly record struct PendingMark(StartMark Mark, TaskCompletionSource<bool>? Confirmed);

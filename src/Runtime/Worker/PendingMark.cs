using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>Represents a start mark that is to be sent.</summary>
/// <param name="Mark">The start mark.</param>
/// <param name="Confirmed">Receives whether the lease was current; <see langword="null"/> if no caller awaits it.</param>
internal readonly record struct PendingMark(StartMark Mark, TaskCompletionSource<bool>? Confirmed);

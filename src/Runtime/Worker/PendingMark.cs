using TaskGen.Brokers;

namespace TaskGen.Worker;

/// <summary>A start mark on its way, and who waits to learn whether it was accepted.</summary>
internal readonly record struct PendingMark(StartMark Mark, TaskCompletionSource<bool>? Confirmed);

namespace TaskGen.Sample;

/// <summary>Specifies an operation on users that is dispatched.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Users">The number of users, which have the ids 1 to this number.</param>
/// <param name="BatchSize">The number of users in a batch.</param>
/// <param name="AtOnce">The maximum number of batches that run at the same time.</param>
/// <param name="TimeoutSeconds">The maximum time to wait for a batch, in seconds.</param>
/// <param name="Key">The idempotency key; <see langword="null"/> to create a task for each dispatch.</param>
/// <param name="Wait"><see langword="true"/> to follow the task until it ends; otherwise, <see langword="false"/>.</param>
internal sealed record UserDispatch(
    UserOperation Operation, int Users, int BatchSize, int AtOnce, double TimeoutSeconds, string? Key, bool Wait);

namespace TaskGen.Sample;

/// <summary>What to dispatch for users.</summary>
/// <param name="Operation">What to do to them.</param>
/// <param name="Users">To those with the ids from 1 to this.</param>
/// <param name="BatchSize">How many users a batch has.</param>
/// <param name="AtOnce">How many batches are under way at once.</param>
/// <param name="TimeoutSeconds">How long to wait for a batch.</param>
/// <param name="Key">The key under which equal dispatches are one; null: each is a task of its own.</param>
/// <param name="Wait">Whether to follow the task to its end.</param>
internal sealed record UserDispatch(
    UserOperation Operation, int Users, int BatchSize, int AtOnce, double TimeoutSeconds, string? Key, bool Wait);

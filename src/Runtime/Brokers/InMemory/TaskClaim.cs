namespace TaskGen.Brokers.InMemory;

/// <summary>Represents the task that owns an idempotency key, or the task that represents a followed dispatch.</summary>
internal sealed class TaskClaim(Guid owner) : IExpiring
{
    public Guid Owner => owner;

    public DateTimeOffset? DropAt { get; set; }
}

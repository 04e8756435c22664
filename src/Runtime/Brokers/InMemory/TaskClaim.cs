namespace TaskGen.Brokers.InMemory;

/// <summary>The task that stands for an idempotency key or for a dispatch.</summary>
internal sealed class TaskClaim(Guid owner) : IExpiring
{
    public Guid Owner => owner;

    public DateTimeOffset? DropAt { get; set; }
}

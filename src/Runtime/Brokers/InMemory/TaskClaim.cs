namespace TaskGen.Brokers.InMemory;

/// <summary>Represents the task to which an idempotency key belongs, or the task that a dispatch from a canvas created or joined.</summary>
internal sealed class TaskClaim(Guid owner) : IExpiring
{
    public Guid Owner => owner;

    public DateTimeOffset? DropAt { get; set; }
}

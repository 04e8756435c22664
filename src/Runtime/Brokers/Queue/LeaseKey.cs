namespace TaskGen.Brokers;

/// <summary>What a holder must show to change a task: the fence it was leased under, and the id. Every put-back raises the fence.</summary>
internal readonly record struct LeaseKey(uint Fence, Guid Id);

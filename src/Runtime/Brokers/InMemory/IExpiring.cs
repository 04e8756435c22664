namespace TaskGen.Brokers.InMemory;

/// <summary>Represents an entry that the broker keeps until an expiration time.</summary>
internal interface IExpiring
{
    /// <summary>The expiration time; <see langword="null"/> if none has been set yet.</summary>
    DateTimeOffset? DropAt { get; set; }
}

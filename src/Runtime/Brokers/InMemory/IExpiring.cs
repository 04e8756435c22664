namespace TaskGen.Brokers.InMemory;

/// <summary>Something that a broker keeps until a time.</summary>
internal interface IExpiring
{
    /// <summary>When it is gone; null: not before a time is set.</summary>
    DateTimeOffset? DropAt { get; set; }
}

namespace TaskGen.Brokers;

/// <summary>
/// One life of one worker on one queue. A worker that was declared dead goes on as a new incarnation, never as the old one.
/// </summary>
/// <param name="Name">The worker's name, for people.</param>
/// <param name="Value">What makes this life unique.</param>
internal readonly record struct WorkerIncarnation(string Name, Guid Value)
{
    public override string ToString() => $"{Name}:{Value:N}";
}

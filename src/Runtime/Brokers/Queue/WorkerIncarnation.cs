namespace TaskGen.Brokers;

/// <summary>
/// Identifies one start of a worker on one queue. A worker that was declared dead continues as a new incarnation and never under the old
/// one.
/// </summary>
/// <param name="Name">The name of the worker, for display.</param>
/// <param name="Value">The unique id of the incarnation.</param>
internal readonly record struct WorkerIncarnation(string Name, Guid Value)
{
    public override string ToString() => $"{Name}:{Value:N}";
}

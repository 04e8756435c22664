namespace TaskGen.Brokers;

/// <summary>
/// Identifies one registration of a worker on one queue. After an incarnation was declared dead, the worker registers again under a new
/// incarnation id. An id is never reused.
/// </summary>
/// <param name="Name">The name of the worker, for display.</param>
/// <param name="Value">The unique id of the incarnation.</param>
internal readonly record struct WorkerIncarnation(string Name, Guid Value)
{
    public override string ToString() => $"{Name}:{Value:N}";
}

using System.Collections.Concurrent;

namespace Integration.Tests.Secrets;

/// <summary>What handlers of a test have been given, and what they are careless with. Never an output.</summary>
internal sealed class SecretWorld(Canaries canaries)
{
    private readonly ConcurrentQueue<string> _received = new();

    public Canaries Canaries { get; } = canaries;

    /// <summary>What the handlers got.</summary>
    public IReadOnlyList<string> Received => [.. _received];

    public void Receive(params IEnumerable<object?> values)
    {
        foreach (var value in values)
        {
            _received.Enqueue($"{value}");
        }
    }
}

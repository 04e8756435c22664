using System.Collections.Concurrent;

namespace TaskGen.Testing.Tests;

/// <summary>What the tasks did, in order.</summary>
public sealed class Ledger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Add(string line) => _lines.Enqueue(line);
}

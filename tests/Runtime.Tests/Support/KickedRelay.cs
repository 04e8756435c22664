using System.Collections.Concurrent;
using TaskGen.Canvases;

namespace TaskGen.Tests;

/// <summary>Notes where it was told to look.</summary>
internal sealed class KickedRelay : ICanvasRelay
{
    private readonly ConcurrentQueue<string> _kicks = new();

    public IReadOnlyList<string> Kicks => [.. _kicks];

    public void Kick(string queue) => _kicks.Enqueue(queue);
}

using System.Collections.Concurrent;

namespace TaskGen.Tests;

/// <summary>The bodies of a test's scripted tasks, and what was run.</summary>
internal sealed class Script
{
    private readonly ConcurrentQueue<string> _started = new();

    /// <summary>The body; by default it returns its text.</summary>
    public Func<string, TaskContext, Task<string>> Body { get; set; } = static (text, _) => Task.FromResult(text);

    /// <summary>The texts of all started attempts, in order.</summary>
    public IReadOnlyList<string> Started => [.. _started];

    public Task<string> RunAsync(string name, string text, TaskContext context)
    {
        _started.Enqueue(text);
        return Body(text, context);
    }
}

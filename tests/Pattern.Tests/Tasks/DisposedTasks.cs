using TaskGen;

namespace Pattern.Tests;

/// <summary>A task class that fails while it is disposed of.</summary>
public sealed class DisposedTasks : IAsyncDisposable
{
    [Task(Name = "patterns.disposed")]
    public string Work() => "done";

    public ValueTask DisposeAsync() => throw new IOException("flush failed");
}

namespace Pattern.Tests;

/// <summary>A scoped service that commits when it is disposed of.</summary>
public sealed class UnitOfWork : IAsyncDisposable
{
    /// <summary>Whether the commit will fail.</summary>
    public bool Fails { get; set; }

    public ValueTask DisposeAsync() => Fails ? throw new IOException("commit failed") : ValueTask.CompletedTask;
}

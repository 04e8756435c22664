namespace TaskGen.Testing.Tests;

/// <summary>A service that commits when it is disposed of, and fails.</summary>
public sealed class Session : IAsyncDisposable
{
    public ValueTask DisposeAsync() => throw new IOException("commit failed");
}

namespace TaskGen.Servers;

/// <summary>A folder outside the repository, which goes when it is disposed or this process ends, however that ends.</summary>
/// <param name="name">Part of its name.</param>
public sealed class TemporaryFolder(string name) : IDisposable
{
    /// <summary>Its full path.</summary>
    public string Path { get; } = ChildGuard.CreateFolder(name);

    /// <inheritdoc/>
    public void Dispose() => ChildGuard.RemoveFolder(Path);
}

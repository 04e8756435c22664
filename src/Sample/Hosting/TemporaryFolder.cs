namespace TaskGen.Sample;

/// <summary>
/// Represents a temporary folder. It is created when it is first requested from the services, and deleted when the host is disposed.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskgen-sample-");

    /// <summary>Gets the path of the folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>Returns the path of a file in the folder.</summary>
    /// <param name="name">The name of the file.</param>
    /// <returns>The path of the file.</returns>
    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Deletes the folder.</summary>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Another process has opened a file in the folder. The result of the tour is still valid, so the operating system is left to
            // delete the temporary folder.
        }
    }
}

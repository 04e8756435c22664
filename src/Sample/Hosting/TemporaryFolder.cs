namespace TaskGen.Sample;

/// <summary>A folder that lives as long as the host: a second run begins anew. Made when it is first asked for.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskgen-sample-");

    /// <summary>Its path.</summary>
    public string Path => _folder.FullName;

    /// <summary>Names a file in it.</summary>
    /// <param name="name">The file.</param>
    /// <returns>Its path.</returns>
    public string File(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Deletes it.</summary>
    public void Dispose()
    {
        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Somebody still has a file of it open. How the tour went is not to be lost for that; the system clears its temporary folder.
        }
    }
}

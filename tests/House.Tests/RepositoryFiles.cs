namespace House.Tests;

/// <summary>The files of the repository as they stand on this machine.</summary>
internal static class RepositoryFiles
{
    private static readonly Lazy<string> Folder = new(FindFolder);

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string Full(string relative) => Path.Combine(Folder.Value, relative);

    /// <summary>
    /// The files below some folders with one of some extensions, as relative paths with slashes. What a build makes is left out.
    /// </summary>
    public static IEnumerable<string> Below(IEnumerable<string> folders, params string[] extensions) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories))
        .Where(file => extensions.Contains(Path.GetExtension(file), StringComparer.Ordinal))
        .Select(static file => Path.GetRelativePath(Folder.Value, file).Replace('\\', '/'))
        .Where(static file => !file.Split('/').Any(static part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    private static string FindFolder()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "TaskGen.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} has a TaskGen.sln.");
        }

        return folder;
    }
}

namespace House.Tests;

/// <summary>The C# and Lua files that people write: not what a build or a test run leaves behind.</summary>
internal static class SourceFiles
{
    /// <summary>The lines of each file below a folder of the repository, by the file's path in it.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Below(string folder) => RepositoryFiles.Below([folder], ".cs", ".lua")
        .Where(static path => !path.EndsWith(".verified.cs", StringComparison.Ordinal))
        .Where(static path => !path.EndsWith(".received.cs", StringComparison.Ordinal))
        .Select(static path => (path, File.ReadAllLines(RepositoryFiles.Full(path))));
}

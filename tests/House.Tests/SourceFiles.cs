using System.Runtime.CompilerServices;

namespace House.Tests;

/// <summary>The C# and Lua files that people write: not what a build or a test run leaves behind.</summary>
internal static class SourceFiles
{
    private static readonly string Root = FindRoot();

    /// <summary>The lines of each file below a folder of the repository, by the file's path in it.</summary>
    public static IEnumerable<(string Path, string[] Lines)> Below(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where IsWritten(path)
        orderby path
        select (path, File.ReadAllLines(file));

    private static bool IsWritten(string path) =>
        Path.GetExtension(path) is ".cs" or ".lua"
        && !path.EndsWith(".verified.cs", StringComparison.Ordinal)
        && !path.EndsWith(".received.cs", StringComparison.Ordinal)
        && !path.Split('/').Any(static folder => folder is "bin" or "obj");

    private static string FindRoot([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file);
        while (!File.Exists(Path.Combine(folder!, "TaskGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder!;
    }
}

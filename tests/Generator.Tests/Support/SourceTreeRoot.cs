using System.Runtime.CompilerServices;

namespace Generator.Tests.Support;

/// <summary>The folder of the repository, for tests that read its files.</summary>
internal static class SourceTreeRoot
{
    public static string Path { get; } = Find();

    /// <summary>Reads a file of the repository.</summary>
    public static string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

    private static string Find([CallerFilePath] string file = "")
    {
        var folder = System.IO.Path.GetDirectoryName(file);
        while (!File.Exists(System.IO.Path.Combine(folder!, "TaskGen.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder);
        }

        return folder!;
    }
}

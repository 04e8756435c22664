using System.Runtime.CompilerServices;

namespace Package.Tests.Support;

/// <summary>The folder of the repository.</summary>
internal static class SourceTree
{
    public static string Root { get; } = Find();

    private static string Find([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file);
        while (!File.Exists(Path.Combine(folder!, "TaskGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder!;
    }
}

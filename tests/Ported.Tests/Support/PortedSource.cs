using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Ported.Tests.Support;

/// <summary>The files of the application.</summary>
internal static partial class PortedSource
{
    public static string Root { get; } = Find();

    public static string Folder { get; } = Path.Combine(Root, "tests", "Ported");

    /// <summary>The C# files that people write, with their text.</summary>
    public static IEnumerable<(string File, string Text)> Files() => Directory
        .EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
        .Select(static file => (File: Path.GetRelativePath(Folder, file).Replace('\\', '/'), Path: file))
        .Where(static file => file.File.StartsWith("Ported.", StringComparison.Ordinal))
        .Select(static file => (file.File, File.ReadAllText(file.Path)));

    /// <summary>The wire names of the tasks, and the number of tasks whose name is not set.</summary>
    public static (IReadOnlyList<string> Names, int Unnamed) Tasks()
    {
        var attributes = Files().SelectMany(static file => TaskAttribute().Matches(file.Text)).ToList();
        return (
            [.. attributes.Where(static match => match.Groups[1].Success).Select(static match => match.Groups[1].Value)],
            attributes.Count(static match => !match.Groups[1].Success));
    }

    private static string Find([CallerFilePath] string file = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", "..", ".."));

    [GeneratedRegex(@"^\s*\[Task(?:\((?:Name = ""([^""]+)"")?[^\]]*\))?\]", RegexOptions.Multiline)]
    private static partial Regex TaskAttribute();
}

using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Typing;

/// <summary>
/// The sources of the sample as a project of many files. The packages that the sample uses are missing, so that many a body does not
/// compile; no declaration of a task needs them.
/// </summary>
internal static class SampleProject
{
    private const string Usings = "global using System.IO; global using System.Net.Http;";
    private static readonly string Folder = Path.Combine(SourceTreeRoot.Path, "src", "Sample");

    // The path of each file below the folder, with slashes, and its text.
    private static readonly SortedDictionary<string, string> Sources = new(
        Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(static path => Path.GetRelativePath(Folder, path).Replace('\\', '/'))
            .Where(static path => !path.StartsWith("obj/", StringComparison.Ordinal) && !path.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(static path => path, static path => File.ReadAllText(Path.Combine(Folder, path))),
        StringComparer.Ordinal);

    /// <summary>The files in which tasks, conditions, and their types are declared.</summary>
    public static IEnumerable<string> Names => Sources.Keys.Where(static path => path.StartsWith("Tasks/", StringComparison.Ordinal));

    public static string Read(string name) => Sources[name];

    /// <summary>The project around a file.</summary>
    public static AnalyzerSetup Around(string name) => new()
    {
        Kind = OutputKind.ConsoleApplication,
        Sources = [Usings, .. Sources.Where(file => file.Key != name).Select(static file => file.Value)],
    };
}

using Microsoft.CodeAnalysis;

namespace Generator.Tests.Support;

/// <summary>What test compilations reference: the assemblies this process runs on, so that what compiles also loads.</summary>
internal static class TestReferences
{
    public static IReadOnlyList<MetadataReference> Framework { get; } = Find(static name =>
        name.StartsWith("System.", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || name is "System" or "netstandard" or "mscorlib" or "Microsoft.CSharp" or "System.Private.CoreLib");

    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. Framework, MetadataReference.CreateFromFile(typeof(TaskGen.TaskAttribute).Assembly.Location)];

    private static List<MetadataReference> Find(Func<string, bool> wanted)
    {
        var paths = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var found = paths.Where(path => wanted(Path.GetFileNameWithoutExtension(path)));
        return [.. found.Select(static path => MetadataReference.CreateFromFile(path))];
    }
}

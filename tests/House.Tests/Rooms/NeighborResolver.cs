using Mono.Cecil;

namespace House.Tests.Rooms;

/// <summary>Finds the assemblies that an assembly refers to: beside it, or among those that the test process runs on.</summary>
internal sealed class NeighborResolver : DefaultAssemblyResolver
{
    public NeighborResolver(string assembly)
    {
        AddSearchDirectory(Path.GetDirectoryName(assembly));
        foreach (var folder in TrustedAssemblies().Select(Path.GetDirectoryName).Distinct())
        {
            AddSearchDirectory(folder);
        }
    }

    private static string[] TrustedAssemblies() =>
        ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}

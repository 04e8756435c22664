using TaskGen.Servers;

namespace Package.Tests.Support;

/// <summary>
/// The packages, made once for all tests as from a clean clone: all that is built goes into a temporary folder, so that nothing an earlier
/// build left can stand in. Their version is one that no cache knows.
/// </summary>
public sealed class PackedLibrary : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new("packages");

    /// <summary>The version of both.</summary>
    internal string Version { get; } = $"0.1.0-test.g{Guid.NewGuid():N}";

    /// <summary>The folder of the packages, which serves as a source.</summary>
    internal string Source => Path.Combine(_folder.Path, "source");

    private string Artifacts => Path.Combine(_folder.Path, "artifacts");

    public async Task InitializeAsync()
    {
        await RequireAsync("Testing");

        // Its build above is all it needs.
        await RequireAsync("Runtime", "--no-build");
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();

    internal PackageFile Open(string id, string extension = "nupkg") => new(Path.Combine(Source, $"{id}.{Version}.{extension}"));

    /// <summary>Packs the library while one of the assemblies that it carries is not there.</summary>
    internal async Task<CommandResult> PackWithoutAsync(string assembly)
    {
        var built = Assert.Single(
            Directory.GetFiles(
                Path.Combine(Artifacts, "bin", assembly["TaskGen.".Length..]), $"{assembly}.dll", SearchOption.AllDirectories));
        var aside = $"{built}.aside";
        File.Move(built, aside);
        try
        {
            return await DotnetCommand.RunAsync(
                SourceTree.Root, Limits.Long, Arguments("Runtime", ["--no-build", "-o", Path.Combine(_folder.Path, "nowhere")]));
        }
        finally
        {
            File.Move(aside, built);
        }
    }

    private Task RequireAsync(string project, params string[] arguments) =>
        DotnetCommand.RequireAsync(SourceTree.Root, Limits.Long, Arguments(project, ["-o", Source, .. arguments]));

    private string[] Arguments(string project, string[] more) =>
    [
        "pack", Path.Combine("src", project), "-c", "Release", "--artifacts-path", Artifacts, "-warnaserror",
        $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true", .. more,
    ];
}

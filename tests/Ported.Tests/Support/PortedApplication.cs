using TaskGen.Servers;

namespace Ported.Tests.Support;

/// <summary>The application, compiled from the beginning into a new folder, and one run of it; made once for all tests.</summary>
public sealed class PortedApplication : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new("ported");

    internal CommandResult Build { get; private set; } = null!;

    internal CommandResult Run { get; private set; } = null!;

    /// <summary>The files that the generator wrote.</summary>
    internal IEnumerable<string> GeneratedFiles => Directory
        .EnumerateFiles(_folder.Path, "*.cs", SearchOption.AllDirectories)
        .Where(static file => file.Contains("TaskGen.Generator.TaskGenerator", StringComparison.Ordinal));

    public async Task InitializeAsync()
    {
        Build = await DotnetCommand.RunAsync(
            PortedSource.Folder,
            Limits.Build,
            "build",
            "Ported.App",
            "-c",
            "Release",
            $"-p:PortedOutput={_folder.Path}/",
            "-p:EmitCompilerGeneratedFiles=true");
        Run = Build.ExitCode == 0
            ? await DotnetCommand.RunAsync(
                _folder.Path, Limits.Run, Path.Combine(_folder.Path, "bin", "Ported.App", "Release", "net10.0", "Ported.App.dll"))
            : Build;
    }

    public Task DisposeAsync()
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();
}

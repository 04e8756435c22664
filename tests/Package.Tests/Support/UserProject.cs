using TaskGen.Servers;

namespace Package.Tests.Support;

/// <summary>
/// A project of a user, outside the repository. It takes the packages from a local folder, and everything else from the sources and the
/// cache of this machine; what it restores goes into a folder of its own.
/// </summary>
internal sealed class UserProject : IDisposable
{
    private readonly TemporaryFolder _folder = new("project");

    /// <param name="library">The packages.</param>
    /// <param name="properties">More properties of the project, as XML.</param>
    /// <param name="items">More items of the project, as XML.</param>
    public UserProject(PackedLibrary library, string properties = "", string items = "")
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(cache);
        Write("nuget.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="packages" />
              </config>
              <packageSources>
                <add key="taskgen-packed" value="{library.Source}" />
              </packageSources>
              <fallbackPackageFolders>
                <clear />
                <add key="machine" value="{cache}" />
              </fallbackPackageFolders>
            </configuration>
            """);
        // So that nothing is found further up.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write("App/App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="TaskGen" Version="{library.Version}" />
                <PackageReference Include="Microsoft.Extensions.Hosting" Version="10.0.0" />
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>Its folder.</summary>
    public string Folder => Path.Combine(_folder.Path, "App");

    /// <summary>Writes a file of the project.</summary>
    public UserProject With(string file, string text)
    {
        Write(Path.Combine("App", file), text);
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Runs a command of the SDK that has to succeed.</summary>
    /// <returns>Its output.</returns>
    public Task<string> RequireAsync(params string[] arguments) => DotnetCommand.RequireAsync(Folder, Limits.Long, arguments);

    /// <summary>Runs a command of the SDK.</summary>
    public Task<CommandResult> RunAsync(params string[] arguments) => DotnetCommand.RunAsync(Folder, Limits.Long, arguments);

    public void Dispose() => _folder.Dispose();

    private void Write(string file, string text)
    {
        var path = Path.Combine(_folder.Path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text + "\n");
    }
}

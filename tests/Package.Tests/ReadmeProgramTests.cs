using Package.Tests.Support;
using TaskGen.Servers;

namespace Package.Tests;

/// <summary>A reader who types the commands of <c>README.md</c>, one after another, gets the program that it promises.</summary>
[Collection(PackedLibraryGroup.Name)]
public sealed class ReadmeProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new("readme");
    private string _current;

    public ReadmeProgramTests()
    {
        _current = _folder.Path;

        // The clone, under the name that git gives it.
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "taskgen"), SourceTree.Root);

        // The version has a fixed number here, so the package must neither reach the cache of this machine nor come from it.
        LinkMachineCache(Path.Combine(_folder.Path, "machine"));
        File.WriteAllText(Path.Combine(_folder.Path, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="cache" />
              </config>
              <fallbackPackageFolders>
                <clear />
                <add key="machine" value="machine" />
              </fallbackPackageFolders>
            </configuration>
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_quick_start_prints_its_greeting()
    {
        List<string> commands = [.. ReadmeCommands.Of("Install"), .. ReadmeCommands.Of("Quick start")];
        foreach (var command in commands[..^1])
        {
            await RunAsync(command);
        }

        await File.WriteAllTextAsync(Path.Combine(_current, "Program.cs"), ReadmeCommands.ProgramOf("Quick start"));
        Assert.Contains("Hello, world!", (await RunAsync(commands[^1])).Split('\n'));
    }

    private async Task<string> RunAsync(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is ["cd", var folder])
        {
            _current = Path.Combine(_current, folder);
            return "";
        }

        Assert.Equal("dotnet", words[0]);

        // The output of this build stays away from the one that the tests run on.
        string[] more = words[1] == "pack" ? ["--artifacts-path", Path.Combine(_folder.Path, "artifacts")] : [];
        var output = await DotnetCommand.RequireAsync(_current, Limits.Long, [.. words[1..], .. more]);
        if (words[1..] is ["new", "nugetconfig"])
        {
            UseSourcesOfThisMachine(Path.Combine(_current, "nuget.config"));
        }

        return output;
    }

    // The template replaces the sources of the machine by nuget.org, which a test cannot rely on.
    private static void UseSourcesOfThisMachine(string file) => File.WriteAllLines(
        file,
        File.ReadAllLines(file).Where(static line =>
            !line.Contains("<clear />", StringComparison.Ordinal) && !line.Contains("api.nuget.org", StringComparison.Ordinal)));

    private static void LinkMachineCache(string folder)
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } named
            ? named
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        Directory.CreateDirectory(folder);
        foreach (var package in Directory.EnumerateDirectories(cache)
            .Where(static path => !Path.GetFileName(path).StartsWith("taskgen", StringComparison.OrdinalIgnoreCase)))
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(package)), package);
        }
    }
}

using System.Text.Json;
using Package.Tests.Support;

namespace Package.Tests;

/// <summary>What the package has the build hand to the analyzers.</summary>
[Collection(PackedLibraryGroup.Name)]
public sealed class AnalyzerInputTests(PackedLibrary library)
{
    private const string Contract = "TaskContracts.txt";

    [Fact]
    public async Task They_see_what_kind_of_program_a_project_becomes()
    {
        using var project = new UserProject(
            library,
            "<PublishAot>true</PublishAot><IsTrimmable>false</IsTrimmable>"
                + "<JsonSerializerIsReflectionEnabledByDefault>false</JsonSerializerIsReflectionEnabledByDefault>")
            .With("GreetingTasks.cs", Programs.Tasks).With("Program.cs", Programs.Main);
        await project.RequireAsync("build");
        var file = Assert.Single(
            Directory.GetFiles(project.Folder, "*.GeneratedMSBuildEditorConfig.editorconfig", SearchOption.AllDirectories));
        // The SDK shows some of them too, with the same value.
        var seen = File.ReadAllLines(file)
            .Where(static line => line.StartsWith("build_property.", StringComparison.Ordinal))
            .Select(static line => line.Split('=', 2))
            .Select(static line => (Name: line[0].Trim()["build_property.".Length..], Value: line[1].Trim()))
            .Distinct()
            .ToDictionary(static property => property.Name, static property => property.Value);
        Assert.Equal(
            ("true", "false", "false", "true", "true"),
            (seen["PublishAot"], seen["IsTrimmable"], seen["JsonSerializerIsReflectionEnabledByDefault"],
                seen["EnableAotAnalyzer"], seen["EnableTrimAnalyzer"]));
        Assert.Contains("PublishTrimmed", seen.Keys);
        Assert.Contains("IsAotCompatible", seen.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData($"""<AdditionalFiles Include="{Contract}" />""")]
    [InlineData($"""<AdditionalFiles Include="$(MSBuildProjectDirectory)/{Contract}" />""")]
    [InlineData("""<AdditionalFiles Include="*.txt" />""")]
    public async Task They_get_the_contract_file_once_however_the_project_names_it(string items)
    {
        using var project = new UserProject(library, items: items).With("Program.cs", Programs.Nothing).With(Contract, "");
        var file = Assert.Single(await AdditionalFilesAsync(project));
        Assert.Equal(Contract, Path.GetFileName(file));
    }

    [Fact]
    public async Task They_get_no_contract_file_where_there_is_none()
    {
        using var project = new UserProject(library).With("Program.cs", Programs.Nothing);
        Assert.Empty(await AdditionalFilesAsync(project));
    }

    private static async Task<IReadOnlyList<string>> AdditionalFilesAsync(UserProject project)
    {
        await project.RequireAsync("restore");
        var output = await project.RequireAsync("msbuild", "-getItem:AdditionalFiles");
        using var items = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        var files = items.RootElement.GetProperty("Items").GetProperty("AdditionalFiles");
        return [.. files.EnumerateArray().Select(static item => item.GetProperty("FullPath").GetString()!)];
    }
}

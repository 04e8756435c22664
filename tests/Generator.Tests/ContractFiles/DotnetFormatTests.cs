using System.Diagnostics;
using TaskGen.CodeFixes;
using TaskGen.Generator;

namespace Generator.Tests.ContractFiles;

/// <summary>The fixes of the contract file as a user runs them: <c>dotnet format</c> on a project outside the repository.</summary>
public sealed class DotnetFormatTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("taskgen-format-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Tasks_are_recorded_in_bulk_a_renamed_one_keeps_its_name_and_the_project_builds()
    {
        foreach (var library in (string[])[typeof(TaskGen.TaskAttribute).Assembly.Location, typeof(TaskGenerator).Assembly.Location, typeof(TaskCodeFix).Assembly.Location,
            typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection).Assembly.Location, typeof(Microsoft.Extensions.Logging.ILogger).Assembly.Location])
        {
            File.Copy(library, Path.Combine(_folder.FullName, Path.GetFileName(library)));
        }

        Write(
            "Shop.csproj",
            """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="TaskGen.dll;Microsoft.Extensions.*.dll" />
                <Analyzer Include="TaskGen.Generator.dll;TaskGen.CodeFixes.dll" />
                <AdditionalFiles Include="TaskContracts.txt" />
              </ItemGroup>
            </Project>
            """);
        Write(
            "Reports.cs",
            """
            using TaskGen;

            namespace Shop;

            public sealed record Query(DateOnly From, DateOnly To, string? Note = null);

            public static class Reports
            {
                [Task(Name = "reports.generate")]
                public static Uri Generate(string type, Query query, int copies = 1) => new(type);

                [Task]
                public static void Clean() { }
            }
            """);
        Write(
            "Mail.cs",
            """
            using TaskGen;

            namespace Shop;

            public static class Mail
            {
                [Task(Name = "mail.send")]
                public static void Send(string to) { }
            }
            """);
        Write("TaskContracts.txt", "# What tasks have agreed on.\n");
        await RunAsync("restore");

        await FormatAsync("TG0200", "warn");
        await FormatAsync("TG0210", "warn");

        Assert.Contains("[Task(Name = \"Reports.Clean\")]", Read("Reports.cs"), StringComparison.Ordinal);
        Assert.Equal(
            "# What tasks have agreed on.\nReports.Clean()\nmail.send(to: string)\nreports.generate(type: string, query: {From: date, To: date, Note?: string?}, copies?: int) -> uri\n",
            Read("TaskContracts.txt"));

        Write("Mail.cs", Read("Mail.cs").Replace("mail.send", "mail.post", StringComparison.Ordinal));
        await FormatAsync("TG0211", "error");
        await FormatAsync("TG0210", "warn");

        Assert.Contains("[TaskAlias(\"mail.send\")]", Read("Mail.cs"), StringComparison.Ordinal);
        Assert.Contains("\nmail.post(to: string)\nmail.send(to: string)\n", Read("TaskContracts.txt"), StringComparison.Ordinal);
        await RunAsync("build", "--no-restore", "-warnaserror");
    }

    private Task FormatAsync(string id, string severity) => RunAsync("format", "analyzers", "--no-restore", "--diagnostics", id, "--severity", severity);

    private async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };

        // A test host hands its own settings down, and servers that stay behind would hold the folder.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await output}\n{await errors}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.FullName, name), content);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.FullName, name));
}

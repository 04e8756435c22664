using TaskGen.CodeFixes;
using TaskGen.Generator;
using TaskGen.Servers;

namespace Generator.Tests.ContractFiles;

/// <summary>The fixes of the contract file as a user runs them: <c>dotnet format</c> on a project outside the repository.</summary>
public sealed class DotnetFormatTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new("format");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tasks_are_recorded_in_bulk_a_renamed_one_keeps_its_name_and_the_project_builds()
    {
        Type[] types =
        [
            typeof(TaskGen.TaskAttribute), typeof(TaskGenerator), typeof(TaskCodeFix),
            typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection), typeof(Microsoft.Extensions.Logging.ILogger),
        ];
        foreach (var library in types.Select(static type => type.Assembly.Location))
        {
            File.Copy(library, Path.Combine(_folder.Path, Path.GetFileName(library)));
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
            """
            # What tasks have agreed on.
            Reports.Clean()
            mail.send(to: string)
            reports.generate(type: string, query: {From: date, To: date, Note?: string?}, copies?: int) -> uri

            """,
            Read("TaskContracts.txt"));

        Write("Mail.cs", Read("Mail.cs").Replace("mail.send", "mail.post", StringComparison.Ordinal));
        await FormatAsync("TG0211", "error");
        await FormatAsync("TG0210", "warn");

        Assert.Contains("[TaskAlias(\"mail.send\")]", Read("Mail.cs"), StringComparison.Ordinal);
        Assert.Contains("\nmail.post(to: string)\nmail.send(to: string)\n", Read("TaskContracts.txt"), StringComparison.Ordinal);
        await RunAsync("build", "--no-restore", "-warnaserror");
    }

    private Task FormatAsync(string id, string severity) =>
        RunAsync("format", "analyzers", "--no-restore", "--diagnostics", id, "--severity", severity);

    private Task RunAsync(params string[] arguments) => DotnetCommand.RequireAsync(_folder.Path, Limit, arguments);

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(_folder.Path, name), content);

    private string Read(string name) => File.ReadAllText(Path.Combine(_folder.Path, name));
}

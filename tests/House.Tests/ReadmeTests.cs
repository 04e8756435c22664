using System.Text.RegularExpressions;

namespace House.Tests;

/// <summary>The first page is short, starts with code, and says nothing that the repository contradicts.</summary>
public sealed partial class ReadmeTests
{
    private const int MostLines = 200;
    private const int FirstScreen = 30;

    /// <summary>The commands that other tests run, with these tests.</summary>
    private static readonly Dictionary<string, string> RunBy = new()
    {
        ["dotnet run --project src/Sample"] = "test.sh",
        ["./test.sh"] = ".ci/run",
    };

    private readonly string[] _lines = File.ReadAllLines(RepositoryFiles.Full("README.md"));

    [Fact]
    public void It_has_at_most_200_lines() => Assert.InRange(_lines.Length, 1, MostLines);

    [Fact]
    public void Its_first_code_is_on_the_first_screen() =>
        Assert.InRange(Array.FindIndex(_lines, static line => line == "```csharp"), 1, FirstScreen - 12);

    [Fact]
    public void Its_sections_have_the_usual_order() => Assert.Equal(
        [
            "Why not Hangfire, Quartz.NET, or Celery?", "Install", "Quick start", "Try the sample", "Features", "Guarantees", "Redis",
            "Documentation", "Support and security", "License",
        ],
        _lines.Where(static line => line.StartsWith("## ", StringComparison.Ordinal)).Select(static line => line[3..]));

    [Fact]
    public void Its_badges_are_true()
    {
        Assert.Contains(".NET-10.0-", Badge(".NET 10"), StringComparison.Ordinal);
        Assert.Contains("<TargetFramework>net10.0</TargetFramework>", Read("src/Runtime/Runtime.csproj"), StringComparison.Ordinal);
        Assert.Contains("license-MIT-", Badge("License: MIT"), StringComparison.Ordinal);
        Assert.Contains("<PackageLicenseExpression>MIT<", Read("Directory.Build.props"), StringComparison.Ordinal);
        Assert.Contains("<IsAotCompatible>true<", Read("eng/Library.targets"), StringComparison.Ordinal);
        Assert.Contains("Redis-7.0%2B-", Badge("Redis 7.0 or later"), StringComparison.Ordinal);
        Assert.Contains("Version Floor = new(7, 0)", Read("src/Runtime/Brokers/Redis/ScriptRunner.cs"), StringComparison.Ordinal);
        Assert.Equal(4, _lines.Count(static line => line.StartsWith("[![", StringComparison.Ordinal)));
    }

    [Fact]
    public void Its_number_of_diagnostics_is_true() => Assert.Contains(
        $"{Directory.GetFiles(RepositoryFiles.Full("docs/diagnostics"), "TG*.md").Length} diagnostics",
        Read("README.md"),
        StringComparison.Ordinal);

    /// <summary><c>ReadmeProgramTests</c> in <c>tests/Package.Tests</c> run the commands of these two sections.</summary>
    [Fact]
    public void Every_command_is_run_by_a_test()
    {
        var commands = Commands().ToList();
        Assert.Contains(commands, static command => command.Section == "Quick start");
        foreach (var (section, command) in commands.Where(static command => command.Section is not ("Install" or "Quick start")))
        {
            Assert.True(RunBy.TryGetValue(command, out var script), $"No test runs '{command}' of section '{section}'.");
            Assert.Contains(command.Replace("./", "", StringComparison.Ordinal), Read(script), StringComparison.Ordinal);
        }
    }

    private IEnumerable<(string Section, string Command)> Commands()
    {
        var (section, isCommand) = ("", false);
        foreach (var line in _lines)
        {
            section = line.StartsWith("## ", StringComparison.Ordinal) ? line[3..] : section;
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCommand = line == "```sh";
                Assert.True(line is "```" or "```sh" or "```csharp", $"A block of '{line}' is checked by no test.");
            }
            else if (isCommand)
            {
                yield return (section, line);
            }
        }
    }

    private string Badge(string text) => BadgeLine().Match(Assert.Single(
        _lines, line => line.StartsWith($"[![{text}]", StringComparison.Ordinal))).Groups[1].Value;

    private static string Read(string file) => File.ReadAllText(RepositoryFiles.Full(file));

    [GeneratedRegex(@"\(https://img\.shields\.io/badge/([^)]+)\)")]
    private static partial Regex BadgeLine();
}

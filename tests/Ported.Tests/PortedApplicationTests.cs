using System.Text.RegularExpressions;
using Ported.Tests.Support;

namespace Ported.Tests;

/// <summary>
/// An application with the task signatures of ported applications builds with all rules of the SDK and without a diagnostic, and all of its
/// tasks run.
/// </summary>
public sealed partial class PortedApplicationTests(PortedApplication application) : IClassFixture<PortedApplication>
{
    [Fact]
    public void It_builds_without_any_diagnostic()
    {
        Assert.True(application.Build.ExitCode == 0, application.Build.Output);
        Assert.Contains("0 Warning(s)", application.Build.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Diagnostic(), application.Build.Output);
    }

    [Fact]
    public void Every_task_runs_with_the_expected_outcome()
    {
        Assert.True(application.Run.ExitCode == 0, application.Run.Output);
        var ran = application.Run.Output.Split('\n')
            .Where(static line => line.StartsWith("ran ", StringComparison.Ordinal))
            .Select(static line => line["ran ".Length..])
            .ToList();
        var (names, unnamed) = PortedSource.Tasks();
        Assert.Empty(names.Except(ran));
        Assert.Equal(names.Count + unnamed, ran.Count);
        Assert.InRange(ran.Count, 60, 200);
    }

    [Fact]
    public void Generated_code_suppresses_no_rule_of_an_analyzer()
    {
        var files = application.GeneratedFiles.ToList();
        Assert.InRange(files.Count, 20, 100);
        Assert.All(files, static file => Assert.DoesNotMatch(Suppression(), File.ReadAllText(file)));
    }

    [Fact]
    public void Its_code_suppresses_no_diagnostic_of_TaskGen() => Assert.All(
        Directory.EnumerateFiles(PortedSource.Folder).Select(File.ReadAllText)
            .Concat(PortedSource.Files().Select(static file => file.Text)),
        static text => Assert.DoesNotContain("TG0", text, StringComparison.Ordinal));

    /// <summary>A section for files of the application says why a rule is off; none is for generated files, which are elsewhere.</summary>
    [Fact]
    public void Each_rule_that_is_off_has_a_reason()
    {
        var lines = File.ReadAllLines(Path.Combine(PortedSource.Folder, ".editorconfig"));
        var sections = lines.Where(static line => line.StartsWith('[')).ToList();
        Assert.All(sections, static section => Assert.Contains("Ported.", section, StringComparison.Ordinal));
        Assert.All(
            Enumerable.Range(0, lines.Length).Where(index => lines[index].EndsWith("= none", StringComparison.Ordinal)),
            index => Assert.StartsWith("#", ReasonAbove(lines, index), StringComparison.Ordinal));
    }

    // Rules that are off for the same reason follow each other.
    private static string ReasonAbove(string[] lines, int index)
    {
        while (lines[index].StartsWith("dotnet_diagnostic.", StringComparison.Ordinal))
        {
            index--;
        }

        return lines[index];
    }

    [GeneratedRegex(@"\b(warning|error|info) [A-Z]+[0-9]+|TG[0-9]{4}")]
    private static partial Regex Diagnostic();

    [GeneratedRegex(@"#pragma warning disable.*\b(?!CS)[A-Z]{2,}[0-9]+|SuppressMessage")]
    private static partial Regex Suppression();
}

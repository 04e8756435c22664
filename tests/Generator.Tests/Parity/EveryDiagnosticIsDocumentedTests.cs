using System.Globalization;
using System.Text.RegularExpressions;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using TaskGen.Generator.Diagnostics;

namespace Generator.Tests.Parity;

/// <summary>Ids, descriptors, analyzers, pages and the release files name the same diagnostics, and each page shows what is true.</summary>
public sealed partial class EveryDiagnosticIsDocumentedTests
{
    public static TheoryData<string> Ids => [.. Library.Descriptors.Select(static descriptor => descriptor.Id)];

    /// <summary>The generator reports its own exceptions, and an analyzer reports each other diagnostic.</summary>
    [Fact]
    public void Ids_descriptors_analyzers_pages_index_and_release_files_are_the_same()
    {
        var expected = Library.Descriptors.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, expected.Distinct());
        Assert.Equal(
            expected,
            typeof(DiagnosticIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected,
            Library.Analyzers()
                .SelectMany(static analyzer => analyzer.SupportedDiagnostics)
                .Select(static descriptor => descriptor.Id)
                .Append(DiagnosticIds.StepFailed)
                .Distinct()
                .Order(StringComparer.Ordinal));
        Assert.Equal(
            expected,
            Directory.GetFiles(Path.Combine(SourceTreeRoot.Path, "docs", "diagnostics"), "TG*.md")
                .Select(Path.GetFileNameWithoutExtension)
                .Order(StringComparer.Ordinal));
        Assert.Equal(expected, IndexLines().Select(static line => line[3..9]));
        Assert.Equal(expected, ReleaseLines().Select(static line => line[..6]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_fixed_shape_and_is_linked(string id)
    {
        var descriptor = Find(id);
        var page = DiagnosticPage.Read(id);
        Assert.Equal($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}", page.Title);
        Assert.Equal(
            ["## What it means", "## Flagged", "## Corrected", "## Deliberately not flagged", "## How to suppress"], page.Headings);
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.Title.ToString(CultureInfo.InvariantCulture)} |", IndexLines());
    }

    /// <summary>A reader who sees an effect at run time does not know the id.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void A_symptom_leads_to_it(string id) =>
        Assert.Contains(SymptomRows(), row => row[2].Split(", ").Contains($"[{id}]({id}.md)", StringComparer.Ordinal));

    [Fact]
    public void Each_symptom_has_a_cause_and_stands_once()
    {
        var rows = SymptomRows();
        Assert.All(rows, static row => Assert.True(row is [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 }], string.Join('|', row)));
        Assert.Equal(rows.Count, rows.Select(static row => row[0]).Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_release_file_lists_it(string id)
    {
        var descriptor = Find(id);
        Assert.Contains(
            $"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title.ToString(CultureInfo.InvariantCulture)}",
            ReleaseLines());
    }

    /// <summary>An information is not printed by a build, so outside an editor the rule would not exist.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Severity_is_error_or_warning_and_it_is_on(string id)
    {
        var descriptor = Find(id);
        Assert.True(descriptor.DefaultSeverity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning);
        Assert.True(descriptor.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_code_of_a_page_is_flagged_and_its_correction_is_not(string id)
    {
        var page = DiagnosticPage.Read(id);
        var (setup, code) = page.ReadProgram("Flagged");
        Assert.Contains(await AnalyzerVerifier.FindAsync(setup, code), diagnostic => diagnostic.Id == id);
        (setup, code) = page.ReadProgram("Corrected");
        Assert.Empty(await AnalyzerVerifier.FindAsync(setup, code));
    }

    private static DiagnosticDescriptor Find(string id) => Library.Descriptors.Single(descriptor => descriptor.Id == id);

    private static string[] Index() => File.ReadAllLines(Path.Combine(SourceTreeRoot.Path, "docs", "diagnostics", "index.md"));

    private static IEnumerable<string> IndexLines() => Index().Where(static line => line.StartsWith("| [TG", StringComparison.Ordinal));

    private static List<string[]> SymptomRows() =>
    [
        .. Index()
            .SkipWhile(static line => line != "## Find a diagnostic by symptom")
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(static line => line.StartsWith("| ", StringComparison.Ordinal))
            .Where(static line => line is not ("| Symptom | Cause | Diagnostics |" or "| --- | --- | --- |"))
            .Select(static line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static IEnumerable<string> ReleaseLines() =>
        ((string[])["Shipped", "Unshipped"])
            .Select(static name => Path.Combine(SourceTreeRoot.Path, "src", "Generator", $"AnalyzerReleases.{name}.md"))
            .SelectMany(File.ReadAllLines)
            .Where(static line => Id().IsMatch(line));

    [GeneratedRegex(@"^TG\d{4} ")]
    private static partial Regex Id();
}

using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics;

namespace Generator.Tests.Contracts;

/// <summary>Ids, descriptors, analyzers, pages and the release file name the same diagnostics, and each page shows what is true.</summary>
public sealed class EveryDiagnosticIsDocumentedTests
{
    internal static readonly string Root = FindRoot();

    public static TheoryData<string> Ids => [.. Descriptors.All.Select(static descriptor => descriptor.Id)];

    [Fact]
    public void Ids_descriptors_analyzers_and_pages_are_the_same()
    {
        var expected = Descriptors.All.Select(static descriptor => descriptor.Id).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(expected, expected.Distinct());
        Assert.Equal(expected, typeof(DiagnosticIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));
        Assert.Equal(expected, typeof(Descriptors).GetFields().Where(static field => field.FieldType == typeof(DiagnosticDescriptor)).Select(static field => ((DiagnosticDescriptor)field.GetValue(null)!).Id).Order(StringComparer.Ordinal));
        Assert.Equal(expected, Analyzers().SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(expected, Directory.GetFiles(Path.Combine(Root, "docs", "diagnostics"), "TG*.md").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_has_the_fixed_shape_and_is_linked(string id)
    {
        var descriptor = Descriptors.All.Single(descriptor => descriptor.Id == id);
        var page = File.ReadAllLines(Path.Combine(Root, "docs", "diagnostics", id + ".md"));
        Assert.Equal($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}", page[0]);
        Assert.Equal(
            ["## What it means", "## Flagged", "## Corrected", "## Deliberately not flagged", "## How to suppress"],
            page.Where(static line => line.StartsWith("## ", StringComparison.Ordinal)));
        Assert.EndsWith($"/docs/diagnostics/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.Contains($"[{id}]({id}.md)", File.ReadAllText(Path.Combine(Root, "docs", "diagnostics", "index.md")), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_release_file_lists_it(string id)
    {
        var descriptor = Descriptors.All.Single(descriptor => descriptor.Id == id);
        var lines = File.ReadAllLines(Path.Combine(Root, "src", "Generator", "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadAllLines(Path.Combine(Root, "src", "Generator", "AnalyzerReleases.Unshipped.md")));
        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title.ToString(CultureInfo.InvariantCulture)}", lines);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task The_code_of_a_page_is_flagged_and_its_correction_is_not(string id)
    {
        var blocks = File.ReadAllText(Path.Combine(Root, "docs", "diagnostics", id + ".md")).Split("```csharp\n")[1..].Select(static block => block[..block.IndexOf("```", StringComparison.Ordinal)]).ToList();
        Assert.Equal(2, blocks.Count);
        Assert.Contains(await FlagAsync(blocks[0]), diagnostic => diagnostic.Id == id);
        Assert.Empty(await FlagAsync(blocks[1]));
    }

    private static async Task<IReadOnlyList<Diagnostic>> FlagAsync(string code)
    {
        const string Types =
            """
            public interface IReportStore { Task CleanAsync(); }
            public interface IClock;
            public sealed record Order(int Id);
            """;

        // A page shows a method where its class does not matter.
        var source = code.Contains("class ", StringComparison.Ordinal) || code.Contains("interface ", StringComparison.Ordinal)
            ? code
            : code.Contains("record ", StringComparison.Ordinal)
                ? code.Replace("[Task]", "public sealed class C(IReportStore store) { [Task]", StringComparison.Ordinal) + "}"
                : $"public sealed class C(IReportStore store) {{ {code} }}";
        var output = Support.GeneratorHarness.Generate(Support.GeneratorHarness.Compile(source.Replace("[ActivatorUtilitiesConstructor]", "[Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor]", StringComparison.Ordinal), Types));
        return await output.WithAnalyzers([.. Analyzers()]).GetAnalyzerDiagnosticsAsync();
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers() =>
        typeof(Descriptors).Assembly.GetTypes().Where(static type => type.GetCustomAttribute<DiagnosticAnalyzerAttribute>() is not null).Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);

    private static string FindRoot([CallerFilePath] string file = "")
    {
        var folder = Path.GetDirectoryName(file);
        while (!File.Exists(Path.Combine(folder!, "TaskGen.sln")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder!;
    }
}

using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator;
using TaskGen.Generator.Diagnostics;
using TaskGen.Generator.Guarding;

namespace Generator.Tests.Support;

/// <summary>
/// The page of a diagnostic. Its sections Flagged and Corrected hold one program each; <c>text</c> is a <c>TaskContracts.txt</c>,
/// <c>xml</c> the properties of the project, and what Corrected does not say again is as in Flagged. The first line of a program says
/// whether another source generator adds it.
/// </summary>
internal sealed partial class DiagnosticPage
{
    private const string Types =
        """
        public interface IReportStore { Task CleanAsync(); }
        public interface IClock;
        public sealed record Order(int Id);
        """;

    private const string Generated = "// Added by another source generator";

    private readonly string _id;
    private readonly string[] _lines;

    private DiagnosticPage(string id, string[] lines) => (_id, _lines) = (id, lines);

    public string Title => _lines[0];

    public IEnumerable<string> Headings => _lines.Where(static line => line.StartsWith("## ", StringComparison.Ordinal));

    public static DiagnosticPage Read(string id) =>
        new(id, File.ReadAllLines(Path.Combine(SourceTreeRoot.Path, "docs", "diagnostics", id + ".md")));

    /// <summary>
    /// The program of a section and its project. No program is known with which the generator throws, so it is made to throw with the
    /// flagged one of the page about that.
    /// </summary>
    public (AnalyzerSetup Setup, string Code) ReadProgram(string section)
    {
        var code = Assert.Single(Blocks(section, "csharp"));
        var properties = (Blocks(section, "xml").SingleOrDefault() ?? Blocks("Flagged", "xml").SingleOrDefault()) is { } xml
            ? XElement.Parse(xml).Elements().ToDictionary(static element => element.Name.LocalName, static element => element.Value)
            : [];
        var setup = new AnalyzerSetup
        {
            Contracts = Blocks(section, "text").SingleOrDefault() ?? Blocks("Flagged", "text").SingleOrDefault(),
            Properties = properties,
            Language = properties.TryGetValue("LangVersion", out var version)
                && Microsoft.CodeAnalysis.CSharp.LanguageVersionFacts.TryParse(version, out var language)
                ? language
                : Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp14,
            Runner = _id == DiagnosticIds.StepFailed && section == "Flagged"
                ? new PlantedRunner(nameof(TrackingNames.Files), "[Task]") { InputType = typeof(MethodDeclarationSyntax) }
                : new StepRunner(),
            Sources = code.Contains("record Order", StringComparison.Ordinal) ? [] : [Types],
        };
        if (code.StartsWith(Generated, StringComparison.Ordinal))
        {
            return (setup with { Generated = [code] }, "");
        }

        code = code.Replace(
            "[ActivatorUtilitiesConstructor]",
            "[Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructor]",
            StringComparison.Ordinal);
        return (setup, Complete(code));
    }

    // A page shows a method where its class does not matter.
    private static string Complete(string code) => TypeKeyword().IsMatch(code)
        ? code.Contains("class ", StringComparison.Ordinal) || code.Contains("interface ", StringComparison.Ordinal)
            ? code
            : code.Replace("[Task]", "public sealed class C(IReportStore store) { [Task]", StringComparison.Ordinal) + "}"
        : $"public sealed class C(IReportStore store) {{ {code} }}";

    private IEnumerable<string> Blocks(string section, string language)
    {
        var lines = _lines
            .SkipWhile(line => line != "## " + section)
            .Skip(1)
            .TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal));
        List<string>? block = null;
        foreach (var line in lines)
        {
            if (line == "```" + language)
            {
                block = [];
            }
            else if (block is not null && line == "```")
            {
                yield return string.Concat(block.Select(static text => text + "\n"));
                block = null;
            }
            else
            {
                block?.Add(line);
            }
        }
    }

    [GeneratedRegex(@"\b(class|interface|record|struct) ")]
    private static partial Regex TypeKeyword();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator.Diagnostics.Analyzers;

namespace Generator.Tests.Support;

/// <summary>
/// Runs every analyzer on a source in which <c>[|TG0001:code|]</c> marks what is to be flagged. Anything flagged elsewhere fails too, and the message shows the
/// marks to paste.
/// </summary>
internal static partial class AnalyzerVerifier
{
    private static ImmutableArray<DiagnosticAnalyzer> Analyzers { get; } = [new TaskSignatureAnalyzer(), new TaskNameAnalyzer(), new ConditionAnalyzer()];

    /// <summary>Checks the marks, and returns the messages in their order.</summary>
    public static Task<IReadOnlyList<string>> VerifyAsync(string marked, params MetadataReference[] references) =>
        VerifyAsync(OutputKind.DynamicallyLinkedLibrary, marked, references);

    /// <summary>The same for a program or another kind of output. What is flagged nowhere has a mark without code.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(OutputKind kind, string marked, params MetadataReference[] references)
    {
        var (source, expected) = ReadMarks(marked);
        var compilation = GeneratorHarness.Compile(source).WithOptions(GeneratorHarness.Options.WithOutputKind(kind)).AddReferences(references);

        // As in a real build: analyzers look at the sources together with what was generated.
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        return await VerifyAsync(output, expected);
    }

    /// <summary>Runs where nothing of the library is referenced: nothing may be flagged, whatever attributes are called.</summary>
    public static async Task VerifyWithoutLibraryAsync(string source)
    {
        var compilation = CSharpCompilation.Create("Tests", [GeneratorHarness.Parse(source, 0)], TestReferences.Framework, GeneratorHarness.Options);
        GeneratorHarness.Driver().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        await VerifyAsync(output, []);
    }

    private static async Task<IReadOnlyList<string>> VerifyAsync(Compilation compilation, List<string> expected)
    {
        var diagnostics = (await compilation.WithAnalyzers(Analyzers).GetAnalyzerDiagnosticsAsync())
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal).ToList();
        var actual = diagnostics.ConvertAll(static diagnostic =>
            $"[|{diagnostic.Id}:{diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan)}|]");
        Assert.True(
            expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
            $"Expected:\n  {string.Join("\n  ", expected)}\nFlagged, to be pasted as marks where it is right:\n  {string.Join("\n  ", actual.Zip(diagnostics, static (mark, diagnostic) => $"{mark}  {diagnostic.GetMessage(CultureInfo.InvariantCulture)}"))}");
        return diagnostics.ConvertAll(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture));
    }

    private static (string Source, List<string> Expected) ReadMarks(string marked)
    {
        var expected = new List<string>();
        var source = marked;
        while (Mark().Match(source) is { Success: true } match)
        {
            foreach (var id in match.Groups["id"].Value.Split(','))
            {
                expected.Add($"[|{id}:{match.Groups["code"].Value}|]");
            }

            source = source.Remove(match.Index, match.Length).Insert(match.Index, match.Groups["code"].Value);
        }

        return (source, expected);
    }

    [GeneratedRegex(@"\[\|(?<id>TG\d{4}(,TG\d{4})*):(?<code>.*?)\|\]", RegexOptions.Singleline)]
    private static partial Regex Mark();
}

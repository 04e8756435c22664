using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Generator.Tests.Support;

/// <summary>
/// Runs every analyzer on a source in which <c>[|TG0001:code|]</c> marks what is to be flagged. Anything flagged elsewhere fails too, and
/// the message shows the marks to paste.
/// </summary>
internal static class AnalyzerVerifier
{
    /// <summary>Attributes of the library's names that have nothing to do with it.</summary>
    private const string Namesakes =
        """
        using System;
        public sealed class TaskAttribute : Attribute
        {
            public string? Name { get; set; }
            public bool Idempotent { get; set; }
            public bool IgnoreResult { get; set; }
            public double SoftTimeLimitSeconds { get; set; }
        }
        public sealed class ConditionAttribute(string name) : Attribute { public string Name => name; }
        public sealed class SensitiveAttribute : Attribute;
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public sealed class RetryOnAttribute<T> : Attribute;
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public sealed class GiveUpOnAttribute<T> : Attribute;
        """;

    /// <summary>Checks the marks, and returns the messages in their order.</summary>
    public static Task<IReadOnlyList<string>> VerifyAsync(string marked, params MetadataReference[] references) =>
        VerifyAsync(new AnalyzerSetup { References = references }, marked);

    /// <summary>The same for a program or another kind of output. What is flagged nowhere has a mark without code.</summary>
    public static Task<IReadOnlyList<string>> VerifyAsync(OutputKind kind, string marked, params MetadataReference[] references) =>
        VerifyAsync(new AnalyzerSetup { Kind = kind, References = references }, marked);

    /// <summary>The same for a project with more to it: additional files are marked too.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(AnalyzerSetup setup, string marked)
    {
        var source = MarkedSource.Read(marked);
        var contracts = setup.Contracts is null ? null : MarkedSource.Read(setup.Contracts);
        var generated = setup.Generated.Select(MarkedSource.Read).ToList();
        var unmarked = setup with { Contracts = contracts?.Source, Generated = [.. generated.Select(static file => file.Source)] };
        var found = await FindAsync(unmarked, source.Source);
        var expected = generated.SelectMany(static file => file.Expected);
        return Compare(found, [.. source.Expected, .. contracts?.Expected ?? [], .. expected], contracts?.Source);
    }

    /// <summary>Everything that is flagged in a source, in its order.</summary>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(AnalyzerSetup setup, params string[] sources)
    {
        // As in a real build: analyzers look at the sources together with what was generated.
        var output = GeneratorHarness.Generate(
            setup.Compile(sources), setup.Runner, [.. setup.Generators, new FileGenerator(setup.Generated)], out var reported);
        return InOrder(reported.AddRange(await AnalyzeAsync(output, setup.ToOptions())));
    }

    /// <summary>Everything that is flagged in a compilation with its generated files, in its order.</summary>
    public static Task<ImmutableArray<Diagnostic>> FindAsync(Compilation output) => AnalyzeAsync(output, new AnalyzerSetup().ToOptions());

    /// <summary>
    /// Checks that nothing is flagged where the library is not referenced. The project has attributes of its own with the names of the
    /// library's: <c>[Task]</c>, <c>[Condition]</c>, <c>[Sensitive]</c>, <c>[RetryOn]</c> and <c>[GiveUpOn]</c>.
    /// </summary>
    public static async Task VerifyWithoutLibraryAsync(string source, AnalyzerSetup? setup = null)
    {
        var compilation = GeneratorHarness.CompileWithoutLibrary(source, Namesakes);
        GeneratorHarness.GenerateWithoutErrors(compilation);
        Compare(await AnalyzeAsync(GeneratorHarness.Generate(compilation), (setup ?? new AnalyzerSetup()).ToOptions()), [], null);
    }

    /// <summary>Everything that is flagged in a compilation as it is.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(Compilation compilation, AnalyzerOptions options)
    {
        // An exception of an analyzer would otherwise be one more diagnostic that nobody asked for.
        var analysis = new CompilationWithAnalyzersOptions(
            options,
            static (exception, analyzer, _) => Assert.Fail($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        return InOrder(await compilation.WithAnalyzers([.. Library.Analyzers()], analysis).GetAnalyzerDiagnosticsAsync());
    }

    private static ImmutableArray<Diagnostic> InOrder(ImmutableArray<Diagnostic> found) =>
    [
        .. found
            .OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal),
    ];

    private static List<string> Compare(ImmutableArray<Diagnostic> diagnostics, IReadOnlyList<string> expected, string? contracts)
    {
        var actual = diagnostics.Select(diagnostic => $"[|{diagnostic.Id}:{FlaggedText(diagnostic, contracts)}|]").ToList();
        List<string> messages = [.. diagnostics.Select(static diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture))];
        Assert.All(messages, MessageStyle.Check);
        var marks = actual.Zip(messages, static (mark, message) => $"{mark}  {message}");
        Assert.True(
            expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)),
            $"Expected:\n  {string.Join("\n  ", expected)}\n"
                + $"Flagged, to be pasted as marks where it is right:\n  {string.Join("\n  ", marks)}");
        return messages;
    }

    private static string? FlaggedText(Diagnostic diagnostic, string? contracts) => diagnostic.Location switch
    {
        { SourceTree: { } tree, SourceSpan: var span } => tree.GetText().ToString(span),
        { Kind: LocationKind.ExternalFile, SourceSpan: var span } => contracts?.Substring(span.Start, span.Length),
        _ => null,
    };
}

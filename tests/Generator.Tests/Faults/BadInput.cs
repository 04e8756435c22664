using System.Collections.Concurrent;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator;

namespace Generator.Tests.Faults;

/// <summary>
/// Checks what any text in any file must not do: the generator and the analyzers do not throw, a task in another file keeps its client, and
/// generated code has no error.
/// </summary>
internal static class BadInput
{
    public const string NeighborHint = "Neighbor.NeighborJobs.";
    private const string Neighbor =
        "namespace Neighbor; public sealed class NeighborJobs { [Task(Name = \"neighbor.run\")] public string Run(string text) => text; }";

    /// <summary>The same in an ordinary project.</summary>
    public static Task CheckAsync(params string[] sources) => CheckAsync(new AnalyzerSetup(), sources);

    /// <summary>The same in a project with more to it.</summary>
    public static Task CheckAsync(AnalyzerSetup setup, params string[] sources) => CheckAsync(
        GeneratorHarness.Compile(setup.Language, [.. sources, Neighbor, .. setup.Sources])
            .AddReferences(setup.References).WithOptions(GeneratorHarness.Options.WithOutputKind(setup.Kind)),
        setup);

    /// <summary>The same in a compilation, to which the neighbor is added.</summary>
    public static Task CheckFilesAsync(params SyntaxTree[] files) =>
        CheckAsync(GeneratorHarness.Compile(Neighbor).AddSyntaxTrees(files), new AnalyzerSetup());

    private static async Task CheckAsync(CSharpCompilation compilation, AnalyzerSetup setup)
    {
        var driver = CSharpGeneratorDriver.Create(
            [new TaskGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var diagnostics);
        Assert.Empty(diagnostics);
        var generated = driver.GetRunResult().GeneratedTrees;
        Assert.Contains(generated, static tree => tree.FilePath.Contains(NeighborHint, StringComparison.Ordinal));
        Assert.Empty(generated.SelectMany(tree => ErrorsIn(output, tree)));
        var thrown = new ConcurrentQueue<string>();
        var options = new CompilationWithAnalyzersOptions(
            setup.ToOptions(),
            (exception, analyzer, _) => thrown.Enqueue($"{analyzer}: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        var found = await output.WithAnalyzers([.. Library.Analyzers()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id.StartsWith("AD", StringComparison.Ordinal));
    }

    private static IEnumerable<Diagnostic> ErrorsIn(Compilation output, SyntaxTree tree) =>
        output.GetSemanticModel(tree).GetDiagnostics().Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error);
}

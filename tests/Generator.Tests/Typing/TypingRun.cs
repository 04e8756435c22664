using System.Collections.Concurrent;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TaskGen.Generator;

namespace Generator.Tests.Typing;

/// <summary>
/// Applies states of a file to one driver, as an editor does. Another file with a task stays as it is, and its client must stay too.
/// </summary>
/// <param name="setup">The project of the file, with its other files.</param>
/// <param name="original">The complete text of the file.</param>
internal sealed class TypingRun(AnalyzerSetup setup, string original)
{
    private const int StatesPerCollection = 16;
    private const string NeighborClient = "Neighbor.NeighborJobs.";
    private const string Neighbor =
        "namespace Neighbor; public sealed class NeighborJobs { [Task(Name = \"neighbor.run\")] public string Run(string text) => text; }";

    private readonly ConcurrentQueue<string> _problems = new();
    private CSharpCompilation _compilation = GeneratorHarness.Compile([original, Neighbor, .. setup.Sources])
        .AddReferences(setup.References).WithOptions(GeneratorHarness.Options.WithOutputKind(setup.Kind));

    // A driver that tracks its steps, as that of the harness does, fails itself after an exception.
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [new TaskGenerator().AsSourceGenerator()], parseOptions: GeneratorHarness.ParseOptions);

    /// <summary>How many states there are for one that is analyzed; complete states always are.</summary>
    public int StatesPerAnalysis { get; init; } = 8;

    /// <summary>The number of states that were applied.</summary>
    public int States { get; private set; }

    /// <summary>Applies the states.</summary>
    /// <returns>The problems of the first state that has any; empty if there is none.</returns>
    public async Task<string> ApplyAsync(IEnumerable<TypedState> states)
    {
        foreach (var state in states)
        {
            await ApplyAsync(state);
            if (!_problems.IsEmpty)
            {
                break;
            }
        }

        return string.Join('\n', _problems);
    }

    private async Task ApplyAsync(TypedState state)
    {
        var edited = _compilation.SyntaxTrees.Single(static tree => tree.FilePath == "Source0.cs");
        _compilation = _compilation.ReplaceSyntaxTree(edited, GeneratorHarness.Parse(state.Text, 0));
        _driver = _driver.RunGeneratorsAndUpdateCompilation(_compilation, out var output, out var diagnostics);
        var result = _driver.GetRunResult();
        if (result.Results.Single().Exception is { } exception)
        {
            Report(state, $"The generator threw: {exception}");
            return;
        }

        if (!diagnostics.IsEmpty)
        {
            Report(state, $"The generator reported: {string.Join('\n', diagnostics)}");
        }

        if (!result.GeneratedTrees.Any(static tree => tree.FilePath.Contains(NeighborClient, StringComparison.Ordinal)))
        {
            Report(state, "The client of the other file is gone.");
        }

        if (state.IsComplete && !Files(result).SequenceEqual(Files(GeneratorHarness.Driver().RunGenerators(_compilation).GetRunResult())))
        {
            Report(state, "The output differs from that of a fresh run.");
        }

        if (state.IsComplete || States % StatesPerAnalysis == 0)
        {
            await AnalyzeAsync(state, output);
        }

        if (++States % StatesPerCollection == 0)
        {
            GC.Collect();
        }
    }

    private async Task AnalyzeAsync(TypedState state, Compilation output)
    {
        var options = new CompilationWithAnalyzersOptions(
            setup.ToOptions(),
            (exception, analyzer, _) => Report(state, $"{analyzer} threw: {exception}"),
            concurrentAnalysis: true,
            logAnalyzerExecutionTime: false);
        await output.WithAnalyzers([.. Library.Analyzers()], options).GetAnalyzerDiagnosticsAsync();
    }

    private void Report(TypedState state, string problem) => _problems.Enqueue($"{problem}\nin the state:\n{state.Text}");

    private static IEnumerable<KeyValuePair<string, string>> Files(GeneratorDriverRunResult result) =>
        GeneratorHarness.Files(result).OrderBy(static file => file.Key, StringComparer.Ordinal);
}

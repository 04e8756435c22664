using System.Globalization;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator;

namespace Generator.Tests.Pipeline;

/// <summary>
/// A thousand tasks in a hundred files: what a keystroke runs again. How long it takes is measured by bench/Generator.Benchmarks.
/// </summary>
public sealed class LargeProjectTests
{
    private const int FileCount = 100;
    private const string Plain = "namespace App; public sealed class Plain { public int X; public int M() { return 0; } }";

    private static readonly string[] StepsBehindSlices =
    [
        TrackingNames.Files, TrackingNames.Tasks, TrackingNames.Clients, TrackingNames.Entries, TrackingNames.Registry,
        TrackingNames.Extension,
    ];

    // A driver is immutable: each test starts from the same first run.
    private static readonly Lazy<(CSharpCompilation Compilation, GeneratorDriver Driver)> Before = new(static () =>
    {
        var compilation = GeneratorHarness.Compile(
            [.. Enumerable.Range(0, FileCount).Select(Source), Plain, .. Enumerable.Range(0, FileCount).Select(Orders)]);
        return (compilation, GeneratorHarness.Driver().RunGenerators(compilation));
    });

    [Fact]
    public void A_keystroke_in_a_body_runs_nothing() =>
        Assert.Empty(RanAgain(7, Source(7).Replace("return a;", "return a + 1;", StringComparison.Ordinal)));

    [Fact]
    public void A_keystroke_in_a_body_of_an_unrelated_file_runs_nothing() =>
        Assert.Empty(RanAgain(FileCount, Plain.Replace("return 0;", "return 1;", StringComparison.Ordinal)));

    [Fact]
    public void A_declaration_in_an_unrelated_file_parses_nothing() =>
        Assert.Empty(RanAgain(FileCount, Plain.Replace("int X", "long Y", StringComparison.Ordinal)));

    [Fact]
    public void A_keystroke_in_a_signature_parses_one_file_and_emits_one_class() =>
        Assert.Equal(
            [(TrackingNames.Files, 1), (TrackingNames.Tasks, 1), (TrackingNames.Clients, 1)],
            RanAgain(7, Source(7).Replace("Run3(int a", "Run3(int b, int a", StringComparison.Ordinal)));

    [Fact]
    public void A_keystroke_in_a_type_that_one_class_uses_parses_that_class_alone() =>
        Assert.Equal(
            [(TrackingNames.Files, 1), (TrackingNames.Tasks, 10), (TrackingNames.Clients, 1)],
            RanAgain(FileCount + 8, "namespace App; public enum Order7 { A }"));

    [Fact]
    public void A_new_name_on_the_wire_emits_the_registry_too() =>
        Assert.Equal(
            [
                (TrackingNames.Files, 1), (TrackingNames.Tasks, 1), (TrackingNames.Clients, 1), (TrackingNames.Entries, 1),
                (TrackingNames.Registry, 1),
            ],
            RanAgain(7, Source(7).Replace("jobs7.run3", "jobs7.first", StringComparison.Ordinal)));

    [Fact]
    public void A_class_has_one_file() => Assert.Equal(FileCount + 3, Before.Value.Driver.GetRunResult().GeneratedTrees.Length);

    // Which steps behind the slices put out something new, and how much of it.
    private static List<(string Step, int Count)> RanAgain(int file, string source)
    {
        var (compilation, driver) = Before.Value;
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Source{file}.cs");
        var changed = compilation.ReplaceSyntaxTree(old, GeneratorHarness.Parse(source, file));
        var steps = driver.RunGenerators(changed).GetRunResult().Results.Single().TrackedSteps;
        return [.. StepsBehindSlices.Select(name => (Step: name, Count: steps[name].Sum(CountNew))).Where(static step => step.Count > 0)];
    }

    private static int CountNew(IncrementalGeneratorRunStep step) =>
        step.Outputs.Count(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    private static string Source(int file) =>
        $"namespace App; public sealed class Jobs{file} {{ {string.Concat(Enumerable.Range(0, 10).Select(task => Method(file, task)))} }}";

    private static string Method(int file, int task) => string.Create(
        CultureInfo.InvariantCulture,
        $"[Task(Name = \"jobs{file}.run{task}\", Retry = 3)] "
            + $"public int Run{task}(int a, Order{file} order, CancellationToken cancellationToken) {{ return a; }} ");

    private static string Orders(int file) =>
        string.Create(CultureInfo.InvariantCulture, $"namespace App; public record Order{file}(int Id, string Name);");
}

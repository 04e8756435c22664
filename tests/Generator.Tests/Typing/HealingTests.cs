using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TaskGen.Generator.Outlining;
using TaskGen.Generator.Parsing;

namespace Generator.Tests.Typing;

/// <summary>
/// After a step has thrown an exception, the next run succeeds, even if the compiler has collected the compilation in which the inputs of
/// the step were created, and even if none of its inputs has changed since (fault G2).
/// </summary>
public sealed class HealingTests
{
    private const string First = "public sealed class A { [Task(Name = \"a.run\")] public void Run(int id) { } }";
    private const string Second = "public sealed class B { [Task(Name = \"b.run\")] public void Run() { } }";

    [Theory]
    [InlineData("public sealed class A { [Task(Name = \"a.run\")] public void Run(long id) { Console.WriteLine(id); } }")]
    [InlineData("public sealed class A { [Task(Name = \"a.run\")] public void Run(string id) { } }")]
    public void A_step_that_threw_succeeds_in_the_next_run(string next)
    {
        var planted = new PlantedGenerator();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([planted.AsSourceGenerator()], parseOptions: GeneratorHarness.ParseOptions);
        driver = Run(driver, First);
        Assert.Equal(["a.run", "b.run"], Names(driver));

        planted.IsThrowing = true;
        driver = Run(driver, First.Replace("int id", "long id", StringComparison.Ordinal));
        Assert.NotNull(driver.GetRunResult().Results.Single().Exception);

        planted.IsThrowing = false;
        driver = Run(driver, next);
        Assert.Null(driver.GetRunResult().Results.Single().Exception);
        Assert.Equal(["a.run", "b.run"], Names(driver));
    }

    /// <summary>A file that did not change can be at another place of the compilation when its step runs again.</summary>
    [Fact]
    public void A_step_that_threw_reads_its_own_file_after_the_order_of_files_has_changed()
    {
        var planted = new PlantedGenerator();
        GeneratorDriver driver = CSharpGeneratorDriver.Create([planted.AsSourceGenerator()], parseOptions: GeneratorHarness.ParseOptions);
        planted.IsThrowing = true;
        driver = Run(driver, First, Second);
        Assert.NotNull(driver.GetRunResult().Results.Single().Exception);

        planted.IsThrowing = false;
        driver = Run(driver, "class Nothing { }", First, Second);
        Assert.Equal(["a.run", "b.run"], Names(driver));
    }

    private static GeneratorDriver Run(GeneratorDriver driver, string first) => Run(driver, first, Second);

    // The compilation of one run must not be alive in the next one.
    private static GeneratorDriver Run(GeneratorDriver driver, params string[] sources)
    {
        var next = RunOnce(driver, sources);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return next;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static GeneratorDriver RunOnce(GeneratorDriver driver, string[] sources) =>
        driver.RunGenerators(GeneratorHarness.Compile(sources));

    private static IEnumerable<string> Names(GeneratorDriver driver) => driver.GetRunResult().GeneratedTrees
        .SelectMany(static tree => tree.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries))
        .Select(static name => name.Trim('/'))
        .Order(StringComparer.Ordinal);

    /// <summary>The first steps of the generator, of which the parser throws on demand.</summary>
    private sealed class PlantedGenerator : IIncrementalGenerator
    {
        public bool IsThrowing { get; set; }

        public void Initialize(IncrementalGeneratorInitializationContext context)
        {
            var files = context.CompilationProvider
                .Select(SourceSlicer.CutWhole)
                .Select(SourceSlicer.Cut)
                .SelectMany(static (cut, _) => cut.Files)
                .Select((slice, cancellationToken) => IsThrowing
                    ? throw new InvalidOperationException("planted")
                    : FileParser.Parse(slice, cancellationToken));
            context.RegisterSourceOutput(files.Collect(), static (output, all) => output.AddSource(
                "names.g.cs", "//" + string.Concat(all.SelectMany(static file => file.Tasks.Select(static task => $"{task.WireName},")))));
        }
    }
}

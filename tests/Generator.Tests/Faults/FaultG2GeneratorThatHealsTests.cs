using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TaskGen.Generator;
using TaskGen.Generator.Guarding;
using TaskGen.Generator.Model;

namespace Generator.Tests.Faults;

/// <summary>
/// A step that throws is reported once with its place, takes no other client along, and succeeds again in the next run, although the
/// compilation in which its input was made no longer exists.
/// </summary>
public sealed class FaultG2GeneratorThatHealsTests
{
    private const string Broken =
        """
        public sealed class Broken
        {
            [Task(Name = "broken.run")] public int Run(int id) { return id; }
            [Condition("broken")] public static bool IsBroken(JsonElement data, JsonElement parameters) { return true; }
        }
        """;

    private const string Whole =
        """
        public sealed class Whole { [Task(Name = "whole.run")] public void Run(Size size) { } }
        """;

    private const string Types = "public enum Size { Small }";

    private const string Setup =
        """
        global using System.Text.Json;
        [assembly: TaskJsonContext<Json>]
        public abstract class Json() : System.Text.Json.Serialization.JsonSerializerContext(null) { public static Json Default => null!; }
        """;

    private static readonly string[] Sources = [Broken, Whole, Types, Setup];

    // What is done next to the project, by name: the index of the file, and its new text.
    private static readonly Dictionary<string, (int File, string Text)> Edits = new()
    {
        ["nothing"] = (0, Broken),
        ["a body"] = (0, Broken.Replace("return id;", "return id + 1;", StringComparison.Ordinal)),
        ["a signature"] = (0, Broken.Replace("int id", "long id, string text", StringComparison.Ordinal)),
        ["a body of another file"] = (1, Whole.Replace("{ } }", "{ _ = size; } }", StringComparison.Ordinal)),
        ["a signature of another file"] = (1, Whole.Replace("Size size", "Size size, int more", StringComparison.Ordinal)),
        ["a type of another file"] = (2, "public sealed record Size(int Width);"),
        ["the assembly"] = (3, Setup.Replace("[assembly: TaskJsonContext<Json>]", "", StringComparison.Ordinal)),
    };

    public static TheoryData<string> Steps => [.. TrackingNames.All, GuardedPipeline.OutputStep];

    public static TheoryData<string, string> StepsAndEdits
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var step in (IEnumerable<string>)[.. TrackingNames.All, GuardedPipeline.OutputStep])
            {
                foreach (var edit in Edits.Keys)
                {
                    data.Add(step, edit);
                }
            }

            return data;
        }
    }

    /// <summary>A step that does not run through the guard, or that has no planted throw, fails here.</summary>
    [Fact]
    public void Every_step_is_guarded()
    {
        var runner = new PlantedRunner("", "");
        _ = Run(Create(runner), Sources);
        Assert.Equal(
            [.. TrackingNames.All.Order(StringComparer.Ordinal), GuardedPipeline.OutputStep],
            runner.Seen.Order(StringComparer.Ordinal).OrderBy(static step => step == GuardedPipeline.OutputStep));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_step_that_throws_is_reported_and_other_tasks_keep_their_clients(string step)
    {
        var runner = new PlantedRunner(step, "Broken");
        var driver = Run(Create(runner), Sources);
        Assert.True(runner.Throws > 0);
        var result = driver.GetRunResult();
        Assert.Null(result.Results.Single().Exception);
        Assert.Contains("class WholeClient", Text(driver), StringComparison.Ordinal);
        Assert.NotEmpty(result.Diagnostics);
        Assert.All(result.Diagnostics, static diagnostic => Assert.Equal("TG0999", diagnostic.Id));
        Assert.All(result.Diagnostics, diagnostic => Assert.Contains($"step '{step}'", Message(diagnostic), StringComparison.Ordinal));
        Assert.All(result.Diagnostics, static diagnostic => Assert.Contains(
            "System.InvalidOperationException in PlantedRunner.Run: 'Planted'", Message(diagnostic), StringComparison.Ordinal));
    }

    /// <summary>The code that is left over compiles: a missing client is not mentioned by the registration.</summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public void What_is_left_compiles(string step)
    {
        // The files of the output step are all complete, and the compiler has taken none of them.
        if (step == GuardedPipeline.OutputStep)
        {
            return;
        }

        Create(new PlantedRunner(step, "Broken"))
            .RunGeneratorsAndUpdateCompilation(GeneratorHarness.Compile(Sources), out var output, out _);
        Assert.Empty(output.GetDiagnostics().Where(static diagnostic => diagnostic.DefaultSeverity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(StepsAndEdits))]
    public void The_next_run_is_that_of_a_new_generator(string step, string edit)
    {
        foreach (var isHealthyBefore in (bool[])[true, false])
        {
            var runner = new PlantedRunner(step, "Broken") { IsThrowing = false };
            var driver = Create(runner);
            if (isHealthyBefore)
            {
                var before = Broken.Replace("int id", "string text, int id", StringComparison.Ordinal);
                driver = Run(driver, [before, .. Sources[1..]]);
            }

            runner.IsThrowing = true;
            driver = Run(driver, Sources);
            CollectCompilations();

            runner.IsThrowing = false;
            string[] next = [.. Sources];
            next[Edits[edit].File] = Edits[edit].Text;
            driver = Run(driver, next);
            Assert.Empty(driver.GetRunResult().Diagnostics);
            Assert.Equal(Fresh(next), Text(driver));
        }
    }

    /// <summary>
    /// A failure that lasts is reported in each run, at the place where the code is now, and heals as the first one does.
    /// </summary>
    [Theory]
    [MemberData(nameof(Steps))]
    public void A_failure_that_lasts_is_reported_again(string step)
    {
        var runner = new PlantedRunner(step, "Broken");
        var driver = Run(Create(runner), Sources);
        var first = driver.GetRunResult().Diagnostics;
        string[] moved = ["\n\n" + Broken, .. Sources[1..]];
        driver = Run(Run(driver, Sources), moved);
        var last = driver.GetRunResult().Diagnostics;
        Assert.Equal(first.Select(Message), last.Select(Message));
        Assert.All(
            first.Zip(last).Where(static pair => pair.First.Location.IsInSource && pair.First.Location.SourceSpan.Start > 0),
            static pair => Assert.Equal(pair.First.Location.SourceSpan.Start + 2, pair.Second.Location.SourceSpan.Start));
        runner.IsThrowing = false;
        driver = Run(driver, moved);
        Assert.Equal(Fresh(moved), Text(driver));
    }

    [Theory]
    [InlineData(nameof(TrackingNames.Files), "file 'Source0.cs'", "#pragma")]
    [InlineData(nameof(TrackingNames.Tasks), "task 'Broken.Run'", "Run")]
    [InlineData(nameof(TrackingNames.Clients), "class 'Broken'", "Broken")]
    [InlineData(nameof(TrackingNames.Entries), "class 'Broken'", "Broken")]
    [InlineData(nameof(TrackingNames.Buckets), "task 'Broken.Run'", "Run")]
    public void A_failure_has_a_place(string step, string subject, string text)
    {
        var diagnostic = Assert.Single(Run(Create(new PlantedRunner(step, "Broken")), Sources).GetRunResult().Diagnostics);
        Assert.Contains($"code for {subject} may", Message(diagnostic), StringComparison.Ordinal);
        Assert.Equal("Source0.cs", diagnostic.Location.SourceTree!.FilePath);
        Assert.StartsWith(
            text, diagnostic.Location.SourceTree.ToString()[diagnostic.Location.SourceSpan.Start..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(TrackingNames.Files), typeof(MethodDeclarationSyntax), "void Bad", "method 'Jobs.Bad'")]
    [InlineData(nameof(TrackingNames.Clients), typeof(ImmutableArray<TaskModel>), "WireName = bad,", "task 'Jobs.Bad'")]
    [InlineData(nameof(TrackingNames.Buckets), typeof(ImmutableArray<TaskModel>), "WireName = bad,", "task 'Jobs.Bad'")]
    public void Another_task_of_the_same_class_keeps_its_client(string step, Type input, string mark, string subject)
    {
        const string Source = "public sealed class Jobs { [Task(Name = \"good\")] public void Good() { } "
            + "[Task(Name = \"bad\")] public void Bad() { } [Task(Name = \"last\")] public void Last() { } }";
        var driver = Run(Create(new PlantedRunner(step, mark) { InputType = input }), Source);
        var diagnostic = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Contains($"code for {subject} may", Message(diagnostic), StringComparison.Ordinal);
        Assert.Equal("Bad", diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.Contains("GoodTask ", Text(driver), StringComparison.Ordinal);
        Assert.Contains("LastTask ", Text(driver), StringComparison.Ordinal);
        Assert.DoesNotContain("BadTask ", Text(driver), StringComparison.Ordinal);
    }

    /// <summary>A file that did not change can be at another place of the compilation when its step runs again.</summary>
    [Fact]
    public void A_step_that_threw_reads_its_own_file_after_the_order_of_files_has_changed()
    {
        var runner = new PlantedRunner(TrackingNames.Files, "Broken");
        var driver = Run(Create(runner), Sources);
        runner.IsThrowing = false;
        var files = GeneratorHarness.Compile(Sources).SyntaxTrees.Reverse();
        driver = driver.RunGenerators(GeneratorHarness.Compile(Sources).RemoveAllSyntaxTrees().AddSyntaxTrees(files));
        Assert.Equal(Fresh(Sources), Text(driver));
    }

    /// <summary>A file that cannot be outlined is parsed in each run, with all that could depend on it.</summary>
    [Fact]
    public void A_file_without_an_outline_has_its_clients_and_its_dependents_follow_it()
    {
        var runner = new PlantedRunner(TrackingNames.Whole, "enum") { InputType = typeof(SyntaxTree) };
        var driver = Run(Create(runner), Sources);
        var diagnostic = Assert.Single(driver.GetRunResult().Diagnostics);
        Assert.Contains("file 'Source2.cs'", Message(diagnostic), StringComparison.Ordinal);
        Assert.Equal(Fresh(Sources), Text(driver, withFailures: false));
        string[] next = [Broken, Whole, "public enum Other { } public sealed record Size(int Width);", Setup];
        Assert.Equal(Fresh(next), Text(Run(driver, next), withFailures: false));
    }

    [Fact]
    public void A_canceled_run_is_not_a_failure()
    {
        var runner = new PlantedRunner(TrackingNames.Files, "Broken") { Exception = static () => new OperationCanceledException() };
        var driver = Create(runner);
        var result = Run(driver, Sources).GetRunResult().Results.Single();
        Assert.NotNull(result.Exception);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Id == "TG0999"));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => driver.RunGenerators(GeneratorHarness.Compile(Sources), source.Token));
    }

    private static GeneratorDriver Create(StepRunner runner) => CSharpGeneratorDriver.Create(
        [new TaskGenerator(runner).AsSourceGenerator()], parseOptions: GeneratorHarness.ParseOptions);

    // No reference to the compilation is left in the caller.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static GeneratorDriver Run(GeneratorDriver driver, params string[] sources) =>
        driver.RunGenerators(GeneratorHarness.Compile(sources));

    // The driver itself holds the last compilation, but only that one: the steps that are skipped hold those of earlier runs.
    private static void CollectCompilations()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }

    private static string Fresh(string[] sources) => Text(Run(Create(new StepRunner()), sources));

    private static string Text(GeneratorDriver driver, bool withFailures = true) => string.Join('\n', GeneratorHarness
        .Files(driver.GetRunResult())
        .Where(file => withFailures || !file.Key.StartsWith(GeneratedText.FailureHint, StringComparison.Ordinal))
        .OrderBy(static file => file.Key, StringComparer.Ordinal).Select(static file => $"// {file.Key}\n{file.Value}"));

    private static string Message(Diagnostic diagnostic) => diagnostic.GetMessage(CultureInfo.InvariantCulture);
}

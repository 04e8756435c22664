using System.Collections.Immutable;
using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using TaskGen.Generator;
using TaskGen.Generator.Guarding;

namespace Generator.Tests.Pipeline;

/// <summary>Which files are emitted again after an edit.</summary>
public sealed class RunReasonTests
{
    private const string Reports =
        """
        public sealed class Reports
        {
            [Task] public int Make(int a) { return a; }
            [Task] public int Send(int a) { return a; }
        }
        """;

    private const string Mails = "public sealed class Mails { [Task] public void Send(string text) { } }";

    private const string Plain = "public sealed class Plain { public int X; }";

    private const string Rules =
        """
        using System.Text.Json;
        public static class Rules
        {
            [Condition("late")] public static bool IsLate(JsonElement data, JsonElement parameters) { return true; }
        }
        """;

    private const string JsonContext =
        """
        [assembly: TaskJsonContext<Json>]
        public abstract partial class Json() : System.Text.Json.Serialization.JsonSerializerContext(null) { }
        """;

    private static readonly string[] Sources = [Reports, Mails, Plain, Rules];

    [Fact]
    public void Editing_a_body_emits_nothing() =>
        Assert.Empty(EmittedAfterReplacing(0, "return a;", "return a + 1;"));

    [Fact]
    public void Editing_a_comment_of_a_task_emits_nothing() =>
        Assert.Empty(EmittedAfterReplacing(0, "[Task] public int Make", "/// <summary>Makes.</summary>\n [Task] public int Make"));

    [Fact]
    public void Editing_an_unrelated_file_emits_nothing() =>
        Assert.Empty(EmittedAfter(2, "public sealed class Plain { public long Y; public void M() { } }"));

    [Fact]
    public void Editing_a_signature_emits_its_class_alone() =>
        Assert.Equal(["Reports"], EmittedAfterReplacing(0, "Make(int a)", "Make(int a, string b = \"\")"));

    [Fact]
    public void Editing_a_result_emits_its_class_alone() =>
        Assert.Equal(["Reports"], EmittedAfterReplacing(0, "public int Make", "public long Make"));

    [Fact]
    public void Editing_a_value_of_the_attribute_emits_its_class_alone() =>
        Assert.Equal(["Reports"], EmittedAfterReplacing(0, "[Task] public int Make", "[Task(Retry = 3)] public int Make"));

    [Fact]
    public void Renaming_a_task_emits_its_class_and_the_registry() =>
        Assert.Equal(["Reports", "TaskGen.Module"], EmittedAfterReplacing(0, "Make", "Build"));

    [Fact]
    public void Editing_the_body_of_a_condition_emits_nothing() =>
        Assert.Empty(EmittedAfterReplacing(3, "return true;", "return false;"));

    [Fact]
    public void Editing_a_comment_of_a_condition_emits_nothing() =>
        Assert.Empty(EmittedAfterReplacing(3, "[Condition", "/// <summary>Asks.</summary>\n [Condition"));

    [Fact]
    public void Renaming_a_condition_emits_the_registry_alone() =>
        Assert.Equal(["TaskGen.Module"], EmittedAfterReplacing(3, "late", "early"));

    [Fact]
    public void Breaking_a_condition_takes_it_out_of_the_registry_alone() =>
        Assert.Equal(["TaskGen.Module"], EmittedAfterReplacing(3, "public static bool IsLate", "private static bool IsLate"));

    [Fact]
    public void A_new_condition_emits_the_registry_alone() =>
        Assert.Equal(
            ["TaskGen.Module"],
            EmittedAfter(
                2,
                Rules.Replace("late", "early", StringComparison.Ordinal)
                    .Replace("class Rules", "class MoreRules", StringComparison.Ordinal)));

    [Fact]
    public void A_new_class_emits_itself_and_the_registry() =>
        Assert.Equal(["Plain", "TaskGen.Module"], EmittedAfter(2, "public sealed class Plain { [Task] public void Run() { } }"));

    [Fact]
    public void A_new_task_emits_its_class_and_the_registry() =>
        Assert.Equal(["Mails", "TaskGen.Module"], EmittedAfterReplacing(1, "} }", "} [Task] public void First() { } }"));

    [Fact]
    public void A_clash_takes_away_one_task_alone() =>
        Assert.Equal(
            ["TaskGen.Module"],
            EmittedAfter(2, "public sealed class Plain { [Task(Name = \"x.y\")] public void Run() { } [Task] public void RunTask() { } }")
                .Except(["Plain"]));

    [Fact]
    public void The_first_task_and_the_last_emit_the_method_that_adds_the_module()
    {
        const string Task = "public sealed class Plain { [Task] public void Run() { } }";
        var without = GeneratorHarness.Compile(Plain);
        var with = GeneratorHarness.Compile(Task);
        var driver = GeneratorHarness.Driver().RunGenerators(without).RunGenerators(with);
        Assert.Equal(["Plain", "TaskGen.AddGeneratedTasks", "TaskGen.Module"], Emitted(driver.GetRunResult()));
        Assert.Equal(["TaskGen.AddGeneratedTasks"], Emitted(driver.RunGenerators(without).GetRunResult()));
    }

    [Fact]
    public void Reordering_files_emits_nothing()
    {
        var compilation = GeneratorHarness.Compile(Reports, Mails, Plain, Rules);
        var driver = GeneratorHarness.Driver().RunGenerators(compilation);
        var trees = compilation.SyntaxTrees.ToList();
        trees.Reverse();
        driver = driver.RunGenerators(compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(trees));
        Assert.Empty(Emitted(driver.GetRunResult()));
    }

    [Fact]
    public void Running_again_on_the_same_code_emits_nothing()
    {
        var compilation = GeneratorHarness.Compile(Reports, Mails, Plain, Rules);
        Assert.Empty(Emitted(GeneratorHarness.Driver().RunGenerators(compilation).RunGenerators(compilation.Clone()).GetRunResult()));
    }

    [Fact]
    public void Every_step_has_a_name_and_every_name_a_step()
    {
        var result = GeneratorHarness.Run(Reports, Rules, JsonContext).Results.Single();
        Assert.All(TrackingNames.All, name => Assert.Contains(name, result.TrackedSteps.Keys));
        Assert.Equal(
            TrackingNames.All.Order(StringComparer.Ordinal),
            typeof(TrackingNames).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal));

        // Unnamed are only the joins of the framework and the guard, which runs the code of a step for the named step behind it.
        var unnamed = new HashSet<IncrementalGeneratorRunStep>();
        foreach (var output in result.TrackedOutputSteps.SelectMany(static steps => steps.Value))
        {
            CollectUnnamed(output, unnamed);
        }

        Type[] joins = [typeof(ImmutableArray<>), typeof(ValueTuple<,>), typeof(StepInput<>), typeof(StepResult<>)];
        Assert.All(unnamed.SelectMany(static step => step.Outputs), output => Assert.True(
            output.Value is Attempt or Compilation
                || (output.Value.GetType().IsGenericType && joins.Contains(output.Value.GetType().GetGenericTypeDefinition())),
            $"A step that puts out {output.Value.GetType()} has no name."));
    }

    private static void CollectUnnamed(IncrementalGeneratorRunStep step, HashSet<IncrementalGeneratorRunStep> unnamed)
    {
        if (step.Name is null)
        {
            unnamed.Add(step);
        }

        // Behind our first step there is only the framework.
        if (step.Name is TrackingNames.Whole)
        {
            return;
        }

        foreach (var (source, _) in step.Inputs)
        {
            CollectUnnamed(source, unnamed);
        }
    }

    private static List<string> EmittedAfterReplacing(int edited, string text, string replacement) =>
        EmittedAfter(edited, Sources[edited].Replace(text, replacement, StringComparison.Ordinal));

    private static List<string> EmittedAfter(int edited, string source)
    {
        var compilation = GeneratorHarness.Compile(Sources);
        var driver = GeneratorHarness.Driver().RunGenerators(compilation);
        var old = compilation.SyntaxTrees.Single(tree => tree.FilePath == $"Source{edited}.cs");
        var changed = compilation.ReplaceSyntaxTree(old, GeneratorHarness.Parse(source, edited));
        return Emitted(driver.RunGenerators(changed).GetRunResult());
    }

    private static List<string> Emitted(GeneratorDriverRunResult result)
    {
        var again = result.Results.Single().TrackedOutputSteps
            .SelectMany(static steps => steps.Value)
            .SelectMany(static step => step.Outputs)
            .Where(static output => output.Reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified)
            .ToList();

        // An output step holds the files it added; their names are behind internals, so the text says which ones they are.
        var files = result.Results.Single().GeneratedSources;
        return [.. again.SelectMany(output => HintNames(output.Value)).Where(hint => files.Any(file => file.HintName == hint))
            .Select(static hint => hint.Replace(".g.cs", "", StringComparison.Ordinal))
            .Select(static hint => hint.StartsWith("TaskGen.", StringComparison.Ordinal) ? hint : hint[..hint.LastIndexOf('.')])
            .Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> HintNames(object value)
    {
        // (IEnumerable<GeneratedSourceText> sources, IEnumerable<Diagnostic> diagnostics)
        var sources = (System.Collections.IEnumerable)value.GetType().GetField("Item1")!.GetValue(value)!;
        foreach (var source in sources)
        {
            const System.Reflection.BindingFlags Any = System.Reflection.BindingFlags.Instance
                | System.Reflection.BindingFlags.NonPublic
                | System.Reflection.BindingFlags.Public;
            yield return (string)source.GetType().GetProperty("HintName", Any)!.GetValue(source)!;
        }
    }
}

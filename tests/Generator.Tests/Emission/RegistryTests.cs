using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Extensions.DependencyInjection;

namespace Generator.Tests.Emission;

/// <summary>The module of an assembly, and the method that registers it with those of referenced assemblies.</summary>
public sealed class RegistryTests
{
    private const string Extension = "TaskGen.AddGeneratedTasks.g.cs";
    private const string Module = "TaskGen.Module.g.cs";

    [Fact]
    public void Registers_contexts_tasks_and_clients()
    {
        using var program = LoadedProgram.Of(
            """
            using System.Text.Json;
            using System.Text.Json.Serialization;
            using System.Text.Json.Serialization.Metadata;

            [assembly: TaskJsonContext<Shop.Json>]

            namespace Shop
            {
                public sealed class Json(JsonSerializerOptions? options) : JsonSerializerContext(options)
                {
                    public static Json Default { get; } = new(null);
                    protected override JsonSerializerOptions? GeneratedSerializerOptions => null;
                    public override JsonTypeInfo? GetTypeInfo(Type type) => null;
                }
                public sealed class Reports { [Task] public void A() { } [Task] internal void B() { } }
                internal sealed class Hidden { [Task] public void C() { } }
                internal static class Rules
                {
                    [Condition("even")]
                    internal static bool IsEven(JsonElement data, JsonElement parameters) => data.GetInt32() % parameters.GetInt32() == 0;
                }
            }
            public static class Program
            {
                public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks().AddGeneratedTasks();
            }
            """);
        var services = new ServiceCollection();
        var builder = new TaskGen.TaskGenBuilder(services, new TaskGen.Definitions.TaskTable());
        program.Assembly.GetType("Program")!.GetMethod("Add")!.Invoke(null, [builder]);

        Assert.Equal(
            ["Hidden.C", "Reports.A", "Reports.B"], builder.Table.Entries.Select(static entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Single(builder.JsonContexts);
        Assert.True(builder.Conditions.TryFind("even", out var isEven));
        Assert.Equal((true, false), (isEven(Json("4"), Json("2")), isEven(Json("5"), Json("2"))));
        Assert.Equal(
            ["HiddenClient", "ReportsClient"], services.Select(static service => service.ServiceType.Name).Order(StringComparer.Ordinal));
        using var provider = services.AddSingleton<TaskGen.ITaskClient>(new RecordingClient()).BuildServiceProvider();
        Assert.NotNull(provider.GetService(program.Assembly.GetType("Shop.ReportsClient")!));
    }

    [Fact]
    public void An_assembly_with_nothing_but_conditions_registers_them_in_its_host()
    {
        var rules = ReferencedAssembly.Of(
            "Shop.Rules",
            """
            using System.Text.Json;
            public static class Rules { [Condition("late")] public static bool IsLate(JsonElement data, JsonElement parameters) => true; }
            """);
        var host = CompileHost(rules);
        GeneratorHarness.GenerateStrictly(host);
        Assert.Contains(
            "TaskModule_Shop_Rules_",
            GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(host).GetRunResult())[Extension],
            StringComparison.Ordinal);
    }

    [Fact]
    public void Awkward_conditions_compile_strictly() => GeneratorHarness.GenerateStrictly(GeneratorHarness.Compile(
        """
        using System.Diagnostics.CodeAnalysis;
        using System.Text.Json;
        namespace @namespace
        {
            public partial record class Outer
            {
                protected internal partial class @class
                {
                    [Condition("partial")] public static partial bool @if(JsonElement @in, JsonElement @out);
                    public static partial bool @if(JsonElement @in, JsonElement @out) => true;
                    [Condition("old"), Obsolete("Do not.")] public static bool Old(JsonElement data, JsonElement parameters) => true;
                    [Condition("new"), Experimental("NEW1")] public static bool New(JsonElement data, JsonElement parameters) => true;
                }
            }
        }
        """));

    [Theory]
    [InlineData("[Condition(\"a b\")] public static bool M(JsonElement data, JsonElement parameters) => true;")]
    [InlineData("[Condition(null!)] public static bool M(JsonElement data, JsonElement parameters) => true;")]
    [InlineData("[Condition(\"m\")] public static bool? M(JsonElement data, JsonElement parameters) => true;")]
    [InlineData("[Condition(\"m\")] public static bool M(JsonElement data, ref JsonElement parameters) => true;")]
    [InlineData("[Condition(\"m\")] public bool M(JsonElement data, JsonElement parameters) => true;")]
    public void Nothing_is_emitted_for_a_condition_that_breaks_a_rule(string method) => Assert.DoesNotContain(
        Module, GeneratorHarness.Files(GeneratorHarness.Run($"using System.Text.Json; public sealed class C {{ {method} }}")).Keys);

    [Fact]
    public void Of_conditions_with_one_name_the_first_is_registered()
    {
        var module = GeneratorHarness.Files(GeneratorHarness.Run(
            """
            using System.Text.Json;
            public static class C
            {
                [Condition("m")] public static bool B(JsonElement data, JsonElement parameters) => true;
                [Condition("m")] public static bool A(JsonElement data, JsonElement parameters) => true;
            }
            """))[Module];
        Assert.Contains("global::C.A(", module, StringComparison.Ordinal);
        Assert.DoesNotContain("global::C.B(", module, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_is_registered_with_its_aliases_and_declared_under_each()
    {
        const string Source =
            """
            public sealed class Jobs
            {
                [Task(Name = "new"), TaskAlias("oldest"), TaskAlias("old"), TaskAlias("new"), TaskAlias("old")] public void Run() { }
                [Task] public void Other() { }
            }
            public static class Program { public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks(); }
            """;
        using var program = LoadedProgram.Of(Source);
        var builder = new TaskGen.TaskGenBuilder(new ServiceCollection(), new TaskGen.Definitions.TaskTable());
        program.Assembly.GetType("Program")!.GetMethod("Add")!.Invoke(null, [builder]);

        Assert.True(builder.Table.TryFind("oldest", out var task));
        Assert.Equal(("new", "oldest old"), (task.Name, string.Join(' ', task.Aliases)));
        Assert.True(builder.Table.TryFind("old", out var same));
        Assert.Same(task, same);
        Assert.Equal(2, builder.Table.Entries.Count());
        var module = GeneratorHarness.Files(GeneratorHarness.Run(Source))[Module];
        Assert.Equal(4, module.Split("TaskDeclaration(").Length - 1);
        Assert.Contains("TaskDeclaration(\"old\", \"Jobs.Run\", IsAlias = true)]", module, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_emitted_for_a_task_whose_alias_is_no_name() =>
        Assert.DoesNotContain(
            Module,
            GeneratorHarness.Files(GeneratorHarness.Run("public sealed class C { [Task, TaskAlias(\"a b\")] public void M() { } }")).Keys);

    [Fact]
    public void A_host_without_tasks_registers_those_of_its_references_each_once()
    {
        var first = ReferencedAssembly.Of("Shop.Web", "public sealed class Jobs { [Task] public void Run() { } }");
        var second = ReferencedAssembly.Of("Shop_Web", "public sealed class OtherJobs { [Task] public void Run() { } }");
        var none = ReferencedAssembly.Of("Plain", "public sealed class Plain { public TaskContext? Context { get; set; } }");
        var aliased = ReferencedAssembly.Of("Aliased", "public sealed class AliasedJobs { [Task] public void Run() { } }")
            .WithAliases(["far"]);
        var host = CompileHost(first, second, none, aliased);
        GeneratorHarness.GenerateStrictly(host);

        var files = GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(host).GetRunResult());
        Assert.DoesNotContain(Module, files.Keys);
        Assert.Equal(2, files[Extension].Split("builder.AddModule<").Length - 1);
        Assert.Contains("builder.AddModule<global::TaskGen.Generated.TaskModule_Shop_Web_", files[Extension], StringComparison.Ordinal);
    }

    [Fact]
    public void Assemblies_that_see_each_others_internals_do_not_see_each_others_method()
    {
        var library = GeneratorHarness.GenerateStrictly(GeneratorHarness.CompileAs(
            "Friend",
            """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("Host")]
            public sealed class Jobs { [Task] public void Run() { } }
            """));
        var host = CompileHost(ReferencedAssembly.Of(library));
        GeneratorHarness.GenerateStrictly(host);
    }

    [Fact]
    public void Nothing_is_emitted_without_the_library()
    {
        var compilation = GeneratorHarness.CompileWithoutLibrary("public class C { }");
        var files = GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(compilation).GetRunResult());
        Assert.Equal(["Microsoft.CodeAnalysis.EmbeddedAttribute.cs"], files.Keys);
        GeneratorHarness.GenerateStrictly(compilation);
    }

    private static CSharpCompilation CompileHost(params MetadataReference[] references) => GeneratorHarness
        .CompileAs("Host", "public static class Program { public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks(); }")
        .AddReferences(references);

    private static System.Text.Json.JsonElement Json(string text) => System.Text.Json.JsonElement.Parse(text);
}

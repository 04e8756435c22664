using Generator.Tests.Support;
using Microsoft.CodeAnalysis;
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
            }
            public static class Program { public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks().AddGeneratedTasks(); }
            """);
        var services = new ServiceCollection();
        var builder = new TaskGen.TaskGenBuilder(services, new TaskGen.TaskTable());
        program.Assembly.GetType("Program")!.GetMethod("Add")!.Invoke(null, [builder]);

        Assert.Equal(["Hidden.C", "Reports.A", "Reports.B"], builder.Table.Entries.Select(static entry => entry.Name).Order(StringComparer.Ordinal));
        Assert.Single(builder.JsonContexts);
        Assert.Equal(["HiddenClient", "ReportsClient"], services.Select(static service => service.ServiceType.Name).Order(StringComparer.Ordinal));
        using var provider = services.AddSingleton<TaskGen.ITaskClient>(new RecordingClient()).BuildServiceProvider();
        Assert.NotNull(provider.GetService(program.Assembly.GetType("Shop.ReportsClient")!));
    }

    [Fact]
    public void A_host_without_tasks_registers_those_of_its_references_each_once()
    {
        var first = Library("Shop.Web", "public sealed class Jobs { [Task] public void Run() { } }");
        var second = Library("Shop_Web", "public sealed class OtherJobs { [Task] public void Run() { } }");
        var none = Library("Plain", "public sealed class Plain { public TaskContext? Context { get; set; } }");
        var aliased = Library("Aliased", "public sealed class AliasedJobs { [Task] public void Run() { } }").WithAliases(["far"]);
        var host = GeneratorHarness.CompileAs("Host", "public static class Program { public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks(); }")
            .AddReferences(first, second, none, aliased);
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
        var host = GeneratorHarness.CompileAs("Host", "public static class Program { public static void Add(TaskGenBuilder builder) => builder.AddGeneratedTasks(); }")
            .AddReferences(Emit(library));
        GeneratorHarness.GenerateStrictly(host);
    }

    [Fact]
    public void Nothing_is_emitted_without_the_library()
    {
        var compilation = Microsoft.CodeAnalysis.CSharp.CSharpCompilation.Create(
            "Tests", [GeneratorHarness.Parse("public class C { }", 0)], TestReferences.Framework, GeneratorHarness.Options);
        var files = GeneratorHarness.Files(GeneratorHarness.Driver().RunGenerators(compilation).GetRunResult());
        Assert.Equal(["Microsoft.CodeAnalysis.EmbeddedAttribute.cs"], files.Keys);
        GeneratorHarness.GenerateStrictly(compilation);
    }

    internal static MetadataReference Library(string name, string source) => Emit(GeneratorHarness.GenerateStrictly(GeneratorHarness.CompileAs(name, source)));

    private static MetadataReference Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success);
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}

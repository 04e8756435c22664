using Generator.Tests.Support;
using Microsoft.CodeAnalysis;

namespace Generator.Tests.Analyzers;

/// <summary>Dispatches by a name that no task has.</summary>
public sealed class TG0305Tests
{
    private const string Tasks =
        "public sealed class Jobs { [Task(Name = \"reports.generate\")] public void Generate() { } [Task] public void Clean() { } }\n";

    [Fact]
    public async Task Flags_a_constant_that_names_no_task_and_suggests_one()
    {
        var messages = await AnalyzerVerifier.VerifyAsync(
            Tasks +
            """
            public sealed class Rules(ITaskRegistry registry)
            {
                private const string Name = "reports.generat";

                public async Task Run(System.Text.Json.JsonElement arguments)
                {
                    await registry.DelayAsync([|TG0305:"reports.genrate"|], "{}");
                    await registry.DelayAsync([|TG0305:"Reports.Generate"|], arguments);
                    await registry.DelayAsync([|TG0305:Name|], "{}");
                    await registry.DelayAsync([|TG0305:"clean"|], "{}");
                    await registry.DelayAsync(jsonArguments: "{}", name: [|TG0305:"invoices.send"|]);
                }
            }
            """);
        Assert.EndsWith(
            "is named 'reports.genrate'. Use an existing name, such as 'reports.generate'.", messages[0], StringComparison.Ordinal);
        Assert.EndsWith("Use an existing name, such as 'Jobs.Clean'.", messages[3], StringComparison.Ordinal);
        Assert.EndsWith("is named 'invoices.send'. Use an existing name.", messages[4], StringComparison.Ordinal);
    }

    [Fact]
    public Task Flags_a_name_that_no_referenced_assembly_has_either() => AnalyzerVerifier.VerifyAsync(
        "public sealed class Rules(ITaskRegistry registry) { public Task Run() => registry.DelayAsync([|TG0305:\"unknown\"|], \"{}\"); }",
        Reference());

    [Fact]
    public Task Leaves_names_of_tasks_here_and_in_references_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Mails { [Task] public void SendAsync(string to) { } }
        public sealed class Rules(ITaskRegistry registry)
        {
            public async Task Run(string name)
            {
                await registry.DelayAsync("Mails.Send", "{}");
                await registry.DelayAsync("reports.generate", "{}");
                await registry.DelayAsync(name, "{}");
                await registry.DelayAsync(name + ".generate", "{}");
            }
        }
        """,
        Reference());

    [Fact]
    public Task Leaves_every_name_alone_where_no_task_is_known() => AnalyzerVerifier.VerifyAsync(
        "public sealed class Rules(ITaskRegistry registry) { public Task Run() => registry.DelayAsync(\"nobody\", \"{}\"); }");

    [Fact]
    public Task Leaves_other_methods_of_that_name_alone() => AnalyzerVerifier.VerifyAsync(
        Tasks
        + """
        public sealed class C
        {
            public Task DelayAsync(string name) => Task.CompletedTask;
            public Task Run() => DelayAsync("nobody");
        }
        """);

    [Fact]
    public Task Says_nothing_without_the_library() => AnalyzerVerifier.VerifyWithoutLibraryAsync(
        """
        public interface ITaskRegistry { System.Threading.Tasks.Task DelayAsync(string name, string arguments); }
        public sealed class C { public void Run(ITaskRegistry registry) => registry.DelayAsync("nobody", "{}"); }
        """);

    [Fact]
    public Task Leaves_aliases_alone() => AnalyzerVerifier.VerifyAsync(
        """
        public sealed class Mails { [Task(Name = "mails.send"), TaskAlias("Mails.Send")] public void Send(string to) { } }
        public sealed class Rules(ITaskRegistry registry) { public Task Run() => registry.DelayAsync("Mails.Send", "{}"); }
        """);

    private static MetadataReference Reference() =>
        ReferencedAssembly.Of(GeneratorHarness.Generate(GeneratorHarness.CompileAs("Reports", Tasks)));
}

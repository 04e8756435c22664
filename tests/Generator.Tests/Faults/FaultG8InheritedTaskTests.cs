using System.Globalization;
using Generator.Tests.Support;
using TaskGen.CodeFixes;

namespace Generator.Tests.Faults;

/// <summary>An application whose base class does the work of 27 jobs: one fix declares all of their tasks, in all documents.</summary>
public sealed class FaultG8InheritedTaskTests
{
    private const string Base =
        """
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        namespace App;

        internal abstract class JobBase(string name)
        {
            [Task(Name = "job", Queue = "jobs", Retry = 5)]
            protected async Task RunAsync(int tenantId, CancellationToken cancellationToken)
            {
                await Task.Delay(tenantId, cancellationToken);
                await WorkAsync(name, cancellationToken);
            }

            protected abstract Task WorkAsync(string name, CancellationToken cancellationToken);
        }
        """;

    private const string TaskOf =
        """


            [Task(Queue = "jobs", Retry = 5)]
            public Task RunTaskAsync(int tenantId, CancellationToken cancellationToken) => RunAsync(tenantId, cancellationToken);
        """;

    [Theory]
    [InlineData("TG0001")]
    [InlineData("TG0007")]
    public Task One_fix_declares_the_tasks_of_27_classes_in_their_documents(string id) =>
        CodeFixVerifier.VerifyAsync<InheritedTaskCodeFix>(
            id,
            Base,
            Base.Replace("    [Task(Name = \"job\", Queue = \"jobs\", Retry = 5)]\n", "", StringComparison.Ordinal),
            setup: new AnalyzerSetup { Sources = [.. Enumerable.Range(10, 27).Select(static number => Job(number, ""))] },
            expectedSources: [.. Enumerable.Range(10, 27).Select(static number => Job(number, TaskOf))]);

    [Fact]
    public async Task The_tasks_have_different_wire_names_and_run()
    {
        var sources = Enumerable.Range(10, 27).Select(static number => Job(number, TaskOf))
            .Prepend(Base.Replace("[Task(Name = \"job\", Queue = \"jobs\", Retry = 5)]", "", StringComparison.Ordinal));
        var usings = "#pragma warning disable CS8019\n";
        using var program = LoadedProgram.Of(
        [
            .. sources.Select(source => usings + source),
            ProgramSource.Of(
                "",
                string.Concat(Enumerable.Range(10, 27).Select(static number => $"await App.Job{number}Dispatch.RunAsync(client);\n"))),
            string.Concat(Enumerable.Range(10, 27).Select(static number =>
                $$"""
                namespace App { internal static class Job{{number}}Dispatch { public static async Task RunAsync(ITaskClient client) =>
                    await client.Job{{number}}.RunTask.DelayAsync(0); } }

                """)),
        ]);
        var client = new RecordingClient();
        await program.CallAsync(client);

        Assert.Equal(
            Enumerable.Range(10, 27).Select(static number => $"Job{number}.RunTask"),
            client.Enqueued.Select(static task => task.Name));
        Assert.All(client.Enqueued, static task => Assert.Equal("jobs", task.Defaults.Queue));
    }

    [Theory]
    [InlineData("protected abstract void Execute();")]
    [InlineData("protected virtual void Execute() { }")]
    public async Task The_message_does_not_recommend_what_an_override_cannot_do(string method)
    {
        var found = await AnalyzerVerifier.FindAsync(
            new AnalyzerSetup(), $"public abstract class JobBase {{ [Task] {method} }}");
        Assert.Equal(
            "No client is generated for task 'JobBase.Execute' because generated code cannot access 'Execute'. "
            + "Declare the task as a public method that calls 'Execute', in each class that runs it.",
            found.First(static diagnostic => diagnostic.Id == "TG0001").GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_tasks_cause_no_diagnostics() => Assert.Empty(await AnalyzerVerifier.FindAsync(
        new AnalyzerSetup(),
        [
            Base.Replace("[Task(Name = \"job\", Queue = \"jobs\", Retry = 5)]", "", StringComparison.Ordinal),
            .. Enumerable.Range(10, 27).Select(static number => Job(number, TaskOf)),
        ]));

    private static string Job(int number, string task) =>
        $$"""
        using System.Threading;
        using System.Threading.Tasks;
        using TaskGen;

        namespace App;

        internal sealed class Job{{number}}() : JobBase("job {{number}}")
        {
            protected override Task WorkAsync(string name, CancellationToken cancellationToken) => Task.CompletedTask;{{task}}
        }

        """;
}

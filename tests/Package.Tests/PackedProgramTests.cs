using Package.Tests.Support;

namespace Package.Tests;

[Collection(PackedLibraryGroup.Name)]
public sealed class PackedProgramTests(PackedLibrary library)
{
    [Fact]
    public async Task A_program_builds_without_a_warning_and_runs_a_task()
    {
        using var project = new UserProject(library).With("GreetingTasks.cs", Programs.Tasks).With("Program.cs", Programs.Main);
        await project.RequireAsync("build", "-warnaserror");
        Assert.Contains("Hello, world!", (await project.RequireAsync("run", "--no-build")).Split('\n'));
    }

    [Fact]
    public async Task A_program_runs_tasks_with_the_clients_for_tests()
    {
        using var project = new UserProject(
            library, items: $"""<PackageReference Include="TaskGen.Testing" Version="{library.Version}" />""")
            .With("GreetingTasks.cs", Programs.Tasks)
            .With("Program.cs", """
                using App;
                using Microsoft.Extensions.DependencyInjection;
                using TaskGen;
                using TaskGen.Testing;

                var services = new ServiceCollection();
                services.AddTaskGen().AddGeneratedTasks();
                await using var provider = services.BuildServiceProvider();
                var inline = new InlineTaskClient(provider);
                Console.WriteLine(await (await inline.GreetingTasks.Greet.DelayAsync("test")).GetAsync());
                """);
        Assert.Contains("Hello, test!", (await project.RequireAsync("run")).Split('\n'));
    }

    [Fact]
    public async Task A_mistake_fails_the_build_where_it_stands_and_the_fix_of_the_package_mends_it()
    {
        using var project = new UserProject(library).With("BrokenTasks.cs", Programs.Mistake).With("Program.cs", Programs.Nothing);
        var broken = await project.RunAsync("build");
        Assert.NotEqual(0, broken.ExitCode);
        var error = Assert.Single(
            broken.Output.Split('\n')
                .Where(static line => line.Contains("error ", StringComparison.Ordinal))
                .Select(static line => line.Trim())
                .Distinct());
        Assert.Contains("BrokenTasks.cs(5,", error, StringComparison.Ordinal);
        Assert.Contains("error TG0002: ", error, StringComparison.Ordinal);

        await project.RequireAsync("format", "analyzers", "--diagnostics", "TG0002", "--severity", "error", "--no-restore");
        Assert.Contains("public async Task Run()", project.Read("BrokenTasks.cs"), StringComparison.Ordinal);
        await project.RequireAsync("build", "--no-restore", "-warnaserror");
    }
}

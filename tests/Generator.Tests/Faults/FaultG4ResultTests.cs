using Generator.Tests.Support;

namespace Generator.Tests.Faults;

/// <summary>Results and progress details are read as arguments are.</summary>
public sealed class FaultG4ResultTests
{
    [Fact]
    public async Task Collections_without_a_setter_arrive_in_results_and_progress_details()
    {
        using var program = LoadedProgram.Of(
            """
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            public sealed record Report(string Name) { public List<int> Ids { get; } = []; }

            public sealed class Jobs
            {
                [Task(Name = "build")]
                public Report Build(int count, ITaskProgress<Report> progress)
                {
                    var report = new Report("done");
                    report.Ids.AddRange(Enumerable.Range(0, count));
                    progress.Report(1, 1, null, report);
                    return report;
                }
            }

            public static class Program
            {
                public static async Task<string> RunAsync()
                {
                    var builder = Host.CreateApplicationBuilder();
                    builder.Services.AddTaskGen().UseInMemory().AddGeneratedTasks().AddWorker(worker => worker.Queue("default"));
                    using var host = builder.Build();
                    await host.StartAsync();
                    var handle = await new JobsClient(host.Services.GetRequiredService<ITaskClient>()).Build.DelayAsync(3);
                    var result = await handle.GetAsync(TimeSpan.FromSeconds(60));
                    var detail = "";
                    await foreach (var report in handle.ProgressAsync())
                    {
                        detail = string.Join(' ', report.Detail?.Ids ?? []);
                    }

                    await host.StopAsync();
                    return $"{result.Name}: {string.Join(' ', result.Ids)}; {detail}";
                }
            }
            """);
        var run = program.Assembly.GetType("Program")!.GetMethod("RunAsync")!;
        Assert.Equal("done: 0 1 2; 0 1 2", await (Task<string>)run.Invoke(null, null)!);
    }
}

using System.Globalization;
using System.Text.RegularExpressions;
using Aot.Smoke.Tests.Support;
using Xunit.Abstractions;

namespace Aot.Smoke.Tests;

public sealed partial class NativeProgramTests(NativeProgram program, ITestOutputHelper output) : IClassFixture<NativeProgram>
{
    private const int Runs = 15;

    [Fact]
    public void It_is_published_native_without_a_warning()
    {
        Assert.DoesNotMatch(Warning(), program.PublishOutput);
        Assert.Empty(Directory.GetFiles(program.Folder, "*.dll"));
        var size = new FileInfo(program.File).Length / (1024.0 * 1024.0);
        Figures.Write(output, string.Create(CultureInfo.InvariantCulture, $"native worker and client: {size:0.0} MB"));
    }

    [Fact]
    public async Task One_process_dispatches_and_runs()
    {
        var times = new List<double>();
        for (var i = 0; i < Runs; i++)
        {
            times.Add(await RunClientAsync("both", program.NewNamespace()));
        }

        times.Sort();
        Figures.Write(output, string.Create(
            CultureInfo.InvariantCulture,
            $"native process start to first task done on Redis: median {times[Runs / 2]:0} ms of {Runs} runs ({times[0]:0} "
                + $"to {times[^1]:0} ms)"));
    }

    [Fact]
    public async Task A_client_and_a_worker_in_processes_of_their_own_work_together()
    {
        var application = program.NewNamespace();
        await using var worker = program.Start("worker", application);
        await worker.WaitForLineAsync(static line => line == "worker started", Limits.Run);
        await RunClientAsync("client", application);
        Assert.False(worker.HasExited);
        worker.Terminate();
        Assert.True(await worker.WaitForExitAsync(Limits.Run) == 0, worker.Tail());
    }

    [Fact]
    public async Task A_client_that_comes_first_waits_for_its_worker()
    {
        var application = program.NewNamespace();
        await using var client = program.Start("client", application);
        await client.WaitForLineAsync(static line => line == "client started", Limits.Run);
        await using var worker = program.Start("worker", application);
        Assert.True(await client.WaitForExitAsync(Limits.Run) == 0, client.Tail());
        worker.Terminate();
        Assert.True(await worker.WaitForExitAsync(Limits.Run) == 0, worker.Tail());
    }

    /// <summary>Runs the program to its end, which checks each result.</summary>
    /// <returns>When its first task was done, in milliseconds from its start.</returns>
    private async Task<double> RunClientAsync(string mode, string application)
    {
        await using var client = program.Start(mode, application);
        Assert.True(await client.WaitForExitAsync(Limits.Run) == 0, client.Tail());
        await client.OutputEnded.WaitAsync(Limits.Run);
        Assert.Contains("all results are right", client.Lines);
        var first = Assert.Single(client.Lines.Select(static line => FirstTask().Match(line)), static match => match.Success);
        return double.Parse(first.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^first task done after ([0-9.]+) ms from process start$")]
    private static partial Regex FirstTask();

    [GeneratedRegex(@"\bwarning\b", RegexOptions.IgnoreCase)]
    private static partial Regex Warning();
}

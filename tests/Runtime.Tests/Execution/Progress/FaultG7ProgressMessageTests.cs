using TaskGen.CompilerServices;

namespace TaskGen.Tests.Execution;

/// <summary>A detail that cannot be written is dropped, and the log says which member is the reason.</summary>
public sealed class FaultG7ProgressMessageTests
{
    [Fact]
    public async Task The_log_names_the_member_and_the_reason_and_the_task_is_unharmed()
    {
        await using var host = new TestHost();
        await host.StartWorkerAsync(1);
        host.Script.Body = static (text, context) =>
        {
            var progress = TaskRuntime.Progress(context, PayloadValue.Json<Detail>().DetailWriter);
            progress.Report(1, 1, "status", new Detail { Ratios = [1, double.NaN] });
            return Task.FromResult(text);
        };
        var handle = await host.DelayAsync<Profiles.Plain>("x");

        Assert.Equal("x", await TestHost.ResultAsync(handle));

        Assert.Contains(
            host.Logs.Lines,
            static line => line.Contains(
                "was dropped: in its detail, 'value.Ratios[1]' cannot be written as JSON because this System.Double is NaN or infinity",
                StringComparison.Ordinal));
    }

    private sealed class Detail
    {
        public List<double> Ratios { get; set; } = [];
    }
}

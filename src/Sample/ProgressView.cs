using System.Globalization;
using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Shows the progress of a task: as a bar in a terminal, or as lines in a file or a pipe.</summary>
/// <param name="console">The console to write to.</param>
internal sealed class ProgressView(IAnsiConsole console)
{
    /// <summary>Follows a task until it ends.</summary>
    /// <param name="handle">The handle of the task.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests. Canceling it stops the wait, not the task.</param>
    /// <returns>A task that completes when the task has ended.</returns>
    public Task FollowAsync(TaskHandle handle, CancellationToken cancellationToken) =>
        console.Profile.Out.IsTerminal ? ShowBarAsync(handle, cancellationToken) : WriteLinesAsync(handle, cancellationToken);

    private Task ShowBarAsync(TaskHandle handle, CancellationToken cancellationToken) =>
        console.Progress()
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn())
            .StartAsync(async display =>
            {
                var bar = display.AddTask("Waiting");
                await foreach (var report in handle.ProgressAsync(cancellationToken))
                {
                    bar.Description = Markup.Escape(report.Status ?? "");
                    bar.Value = report.Percent ?? 0;
                }
            });

    private async Task WriteLinesAsync(TaskHandle handle, CancellationToken cancellationToken)
    {
        var steps = new ProgressSteps();
        await foreach (var report in handle.ProgressAsync(cancellationToken))
        {
            if (report.Percent is { } percent && steps.IsNext(percent))
            {
                console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Math.Floor(percent),3} % {report.Status}"));
            }
        }
    }
}

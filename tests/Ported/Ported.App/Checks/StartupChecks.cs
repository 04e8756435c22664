using Ported.App.Tasks;
using TaskGen;

namespace Ported.App.Checks;

internal sealed class StartupChecks(Check check, ITaskClient tasks, StartupClient startup) : ICheckGroup
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await check.WritesAsync("warm", await startup.WarmUp.DelayAsync(cancellationToken));
        await Check.ReturnsAsync(
            DayOfWeek.Wednesday, await tasks.StartupTasksWeekly.Run.DelayAsync(new DateOnly(2025, 1, 1), cancellationToken));
        await Check.ReturnsAsync(2, await tasks.CountTasks.Count.DelayAsync(["a", "b"], cancellationToken));
        await Check.ReturnsAsync(3, await tasks.ReindexTasks.Reindex.DelayAsync([1, 2, 3], cancellationToken));
    }
}

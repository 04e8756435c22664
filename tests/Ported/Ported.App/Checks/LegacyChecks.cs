using Ported.Legacy;
using Ported.Legacy.Maintenance;
using TaskGen;

namespace Ported.App.Checks;

internal sealed class LegacyChecks(ImportJobClient imports, ReportJobClient reports, ITaskClient tasks) : ICheckGroup
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await Check.ReturnsAsync(7, await imports.ImportAll.DelayAsync("/rows", ["1", "2"], null, cancellationToken));
        await Check.ReturnsAsync(["a", "b"], await imports.Split.DelayAsync("a;b", ';', cancellationToken));
        await Check.ReturnsAsync(
            true, await imports.IsKnown.DelayAsync([Guid.Empty], Guid.Empty, cancellationToken: cancellationToken));
        await Check.ReturnsAsync(
            "Sales [1]",
            await reports.BuildReport.DelayAsync(
                new ReportRequest { Title = "Sales", Columns = ["Total"], Kind = ReportKind.Weekly }, cancellationToken));
        await Check.ReturnsAsync(
            [new LegacyUser { Login = "ann", Manager = new LegacyUser { ID = 3 } }],
            await reports.FindUsers.DelayAsync(["ann"], new LegacyUser { ID = 3 }, cancellationToken));
        await Check.ReturnsAsync(
            new Dictionary<string, decimal> { ["a"] = 3 },
            await reports.Totals.DelayAsync([new("a", 1), new("a", 2)], cancellationToken));
        await (await tasks.CleanupJob.Cleanup.DelayAsync(cancellationToken: cancellationToken)).GetAsync(cancellationToken);
        await Check.ReturnsAsync(3.0m, await tasks.CleanupJob.Convert.DelayAsync(2, 1.5, cancellationToken: cancellationToken));
#pragma warning disable CS0618 // The task is obsolete, and so is its client.
        await Check.ReturnsAsync(4, await tasks.ObsoleteJob.Run.DelayAsync(Tuple.Create(4, "x"), cancellationToken));
#pragma warning restore CS0618
    }
}

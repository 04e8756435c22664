using Ported.Contracts;
using Ported.Services;
using TaskGen;

namespace Ported.App.Tasks;

/// <summary>A task that dispatches other tasks and waits for them.</summary>
internal sealed class ReindexTasks(IServiceProvider services, IJournal journal) : CountTasks
{
    [Task(Name = "app.reindex", Queue = "maintenance", SoftTimeLimitSeconds = 30)]
    public async Task<int> Reindex(IReadOnlyList<int> ids, ITaskProgress progress, CancellationToken cancellationToken)
    {
        var reindex = services.GetRequiredService<ReindexTasksClient>();
        var children = await reindex.Part.DelayManyAsync(ids, static id => new(id), cancellationToken);
        var sum = 0;
        foreach (var child in children)
        {
            sum += (await child.GetAsync(cancellationToken)).Imported;
            progress.Report(sum, ids.Count);
        }

        journal.Add($"reindexed {sum}");
        return sum;
    }

    [Task(Name = "app.reindex_part")]
    public static ImportResult Part(int id) => new(Math.Sign(id), 0);
}

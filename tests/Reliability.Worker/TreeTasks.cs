using TaskGen;

namespace Reliability.Worker;

/// <summary>Tasks that wait for tasks.</summary>
public sealed class TreeTasks(LedgerFile ledger, TreeTasksClient trees)
{
    /// <summary>Dispatches its children and waits for them.</summary>
    /// <returns>How many tasks there are in its tree.</returns>
    [Task(Name = "tree.grow")]
    public async Task<int> Grow(int depth, int children, TaskContext context, CancellationToken cancellationToken)
    {
        ledger.Write(LedgerEvent.Started, context, depth + 1);
        var nodes = 1;
        if (depth > 0)
        {
            var handles = await trees.Grow.DelayManyAsync(
                Enumerable.Repeat(new TreeTasksClient.GrowTask.Args(depth - 1, children), children), cancellationToken);
            nodes += (await Task.WhenAll(handles.Select(handle => handle.GetAsync(cancellationToken)))).Sum();
        }

        ledger.Write(LedgerEvent.Ended, context, depth + 1);
        return nodes;
    }

    /// <summary>Dispatches a task that runs until it is canceled, and waits for it without a token of its own.</summary>
    [Task(Name = "tree.hold")]
    public async Task<int> Hold(int depth, TaskContext context)
    {
        ledger.Write(LedgerEvent.Started, context, depth + 1);
        context.CancellationToken.UnsafeRegister(_ => ledger.Write(LedgerEvent.Stopped, context, depth + 1), null);
        if (depth == 0)
        {
            await Task.Delay(Timeout.Infinite, context.CancellationToken);
        }

        var handle = await trees.Hold.DelayAsync(depth - 1, CancellationToken.None);
        return await handle.GetAsync(CancellationToken.None);
    }
}

using System.Collections.Immutable;
using Ported.Services;
using TaskGen;

namespace Ported.Jobs.Shop;

/// <summary>Builds an index: a class that is disposed after each attempt.</summary>
/// <param name="journal">The record of the work.</param>
/// <param name="batchSize">The number of documents in one step.</param>
public sealed class IndexTasks(IJournal journal, int batchSize = 50) : IDisposable
{
    /// <summary>Builds the index again.</summary>
    /// <param name="documentType">The kind of the documents.</param>
    /// <param name="context">The context of the attempt.</param>
    /// <param name="progress">The progress.</param>
    /// <param name="cancellationToken">The token of the attempt.</param>
    /// <returns>The task.</returns>
    [Task(Name = "index.rebuild", Queue = "maintenance", Retry = 2, RetryBaseDelaySeconds = 0.01, Idempotent = true)]
    public async Task Rebuild(string documentType, TaskContext context, ITaskProgress progress, CancellationToken cancellationToken)
    {
        await using var writer = await context.AcquireAsync("index", 1, cancellationToken);
        progress.Report(batchSize, batchSize);
        if (context.Attempt == 1)
        {
            throw new TimeoutException("The first attempt of a test fails.");
        }

        journal.Add($"rebuilt {documentType} in attempt {context.Attempt}");
    }

    /// <summary>Adds documents.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="facets">The facets.</param>
    /// <returns>The number of steps.</returns>
    [Task(Name = "index.add")]
    public int Add(ImmutableArray<int> ids, ImmutableDictionary<string, string>? facets = null) =>
        ((ids.Length + batchSize - 1) / batchSize) + (facets?.Count ?? 0);

    /// <summary>Combines parts.</summary>
    /// <param name="parts">The parts.</param>
    /// <param name="names">The names.</param>
    /// <param name="order">The order.</param>
    /// <returns>The ids.</returns>
    [Task(Name = "index.merge")]
    public static LinkedList<int> Merge(Queue<int> parts, SortedSet<string> names, ImmutableList<DayOfWeek> order) =>
        new([.. parts, names.Count, order.Count]);

    /// <inheritdoc/>
    public void Dispose() => journal.Add("closed the index");
}

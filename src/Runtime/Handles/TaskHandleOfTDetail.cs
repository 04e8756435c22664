using System.ComponentModel;
using System.Runtime.CompilerServices;
using TaskGen.Execution;

namespace TaskGen;

/// <summary>One dispatched task, what it returns, and the detail of its progress.</summary>
/// <typeparam name="T">The type of the result; <see cref="NoResult"/> where the task is void.</typeparam>
/// <typeparam name="TDetail">The detail of its <see cref="ITaskProgress{TDetail}"/>.</typeparam>
public sealed class TaskHandle<T, TDetail> : TaskHandle<T>
{
    private readonly TaskResultReader<TDetail> _detailReader;

    /// <summary>Made by generated code and clients.</summary>
    /// <param name="source">What the handle reads from.</param>
    /// <param name="id">The task.</param>
    /// <param name="wasDeduplicated">Whether the dispatch joined a task that was there.</param>
    /// <param name="reader">Reads the result.</param>
    /// <param name="detailReader">Reads the detail of a report.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskHandle(
        ITaskHandleSource source, TaskId id, bool wasDeduplicated, TaskResultReader<T> reader, TaskResultReader<TDetail> detailReader)
        : base(source, id, wasDeduplicated, reader)
    {
        ArgumentNullException.ThrowIfNull(detailReader);
        _detailReader = detailReader;
    }

    /// <inheritdoc/>
    public override IAsyncEnumerable<TaskProgress<TDetail>> ProgressAsync(CancellationToken cancellationToken = default) =>
        ReadDetailedProgressAsync(cancellationToken);

    private async IAsyncEnumerable<TaskProgress<TDetail>> ReadDetailedProgressAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var report in Source.ProgressAsync(Id, cancellationToken).ConfigureAwait(false))
        {
            yield return ProgressCodec.Read(report.Span, _detailReader, Source.JsonOptions);
        }
    }
}

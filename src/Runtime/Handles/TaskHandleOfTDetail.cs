using System.ComponentModel;
using System.Runtime.CompilerServices;
using TaskGen.Execution;

namespace TaskGen;

/// <summary>Represents a dispatched task whose progress reports include a typed detail value.</summary>
/// <typeparam name="T">The type of the result; <see cref="NoResult"/> if the task returns no value.</typeparam>
/// <typeparam name="TDetail">The type of the detail, as in <see cref="ITaskProgress{TDetail}"/>.</typeparam>
public sealed class TaskHandle<T, TDetail> : TaskHandle<T>
{
    private readonly TaskResultReader<TDetail> _detailReader;

    /// <summary>
    /// Initializes a new instance of the <see cref="TaskHandle{T, TDetail}"/> class. Called by generated code and clients.
    /// </summary>
    /// <param name="source">The source of the state, result, and progress of the task.</param>
    /// <param name="id">The id of the task.</param>
    /// <param name="wasDeduplicated">
    /// <see langword="true"/> if the dispatch joined an existing task; otherwise, <see langword="false"/>.
    /// </param>
    /// <param name="reader">The delegate that reads the result.</param>
    /// <param name="detailReader">The delegate that reads the detail of a progress report.</param>
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

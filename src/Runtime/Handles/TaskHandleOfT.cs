using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>One dispatched task and what it returns.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public class TaskHandle<T> : TaskHandle
{
    private readonly TaskResultReader<T> _reader;

    /// <summary>Made by generated code and clients.</summary>
    /// <param name="source">What the handle reads from.</param>
    /// <param name="id">The task.</param>
    /// <param name="wasDeduplicated">Whether the dispatch joined a task that was there.</param>
    /// <param name="reader">Reads the result.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskHandle(ITaskHandleSource source, TaskId id, bool wasDeduplicated, TaskResultReader<T> reader)
        : base(source, id, wasDeduplicated)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
    }

    /// <inheritdoc/>
    /// <returns>What the task returned.</returns>
    public override Task<T> GetAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(Source.WaitAsync(Id, Timeout.InfiniteTimeSpan, cancellationToken));

    /// <inheritdoc/>
    /// <returns>What the task returned.</returns>
    public override Task<T> GetAsync(TimeSpan timeout, CancellationToken cancellationToken = default) =>
        ReadAsync(Source.WaitAsync(Id, timeout, cancellationToken));

    private async Task<T> ReadAsync(Task<ReadOnlyMemory<byte>> result)
    {
        var json = await result.ConfigureAwait(false);
        if (json.IsEmpty && typeof(T) == typeof(NoResult))
        {
            return default!;
        }

        if (json.IsEmpty)
        {
            throw new InvalidOperationException(
                $"Task {Id} has succeeded, but its result was not kept: it is declared with IgnoreResult = true.");
        }

        var reader = new Utf8JsonReader(json.Span);
        return _reader(ref reader, Source.JsonOptions);
    }
}

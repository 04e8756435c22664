using System.ComponentModel;
using System.Text.Json;

namespace TaskGen;

/// <summary>Represents a dispatched task that returns a result.</summary>
/// <remarks>
/// The result is stored for <see cref="TaskAttribute.ResultTtlSeconds"/> after the task ends and can be read any number of times, from any
/// process.
/// </remarks>
/// <example>
/// <code>
/// TaskHandle&lt;int&gt; handle = await reports.GenerateReport.DelayAsync("sales", 12);
/// try
/// {
///     int pages = await handle.GetAsync(TimeSpan.FromMinutes(5));
/// }
/// catch (TaskFailedException exception)
/// {
///     Console.WriteLine($"{exception.State}: {exception.RemoteMessage}");
/// }
/// catch (TimeoutException)
/// {
///     await handle.CancelAsync("The report took too long.");
/// }
/// </code>
/// </example>
/// <typeparam name="T">The type of the result.</typeparam>
public class TaskHandle<T> : TaskHandle
{
    private readonly TaskResultReader<T> _reader;

    /// <summary>Initializes a new instance of the <see cref="TaskHandle{T}"/> class. Called by generated code and clients.</summary>
    /// <param name="source">The source of the state, result, and progress of the task.</param>
    /// <param name="id">The id of the task.</param>
    /// <param name="wasDeduplicated">
    /// <see langword="true"/> if the dispatch joined an existing task; otherwise, <see langword="false"/>.
    /// </param>
    /// <param name="reader">The delegate that reads the result.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public TaskHandle(ITaskHandleSource source, TaskId id, bool wasDeduplicated, TaskResultReader<T> reader)
        : base(source, id, wasDeduplicated)
    {
        ArgumentNullException.ThrowIfNull(reader);
        _reader = reader;
    }

    /// <inheritdoc/>
    /// <returns>The result of the task.</returns>
    public override Task<T> GetAsync(CancellationToken cancellationToken = default) =>
        ReadAsync(Source.WaitAsync(Id, Timeout.InfiniteTimeSpan, cancellationToken));

    /// <inheritdoc/>
    /// <returns>The result of the task.</returns>
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
                $"Task {Id} has succeeded, but its result is not stored, because it is declared with IgnoreResult = true.");
        }

        var reader = new Utf8JsonReader(json.Span);
        return _reader(ref reader, Source.JsonOptions);
    }
}

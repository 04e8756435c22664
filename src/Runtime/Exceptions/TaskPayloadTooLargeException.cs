namespace TaskGen;

/// <summary>The exception that is thrown when the payload or the headers of a dispatch exceed the size limit.</summary>
/// <remarks>
/// No task was enqueued. Pass an id and have the task load the data, or raise <see cref="TaskGenOptions.MaxPayloadBytes"/> or
/// <see cref="TaskGenOptions.MaxHeaderBytes"/> for clients and workers.
/// </remarks>
public sealed class TaskPayloadTooLargeException : TaskGenException
{
    /// <summary>Initializes a new instance of the <see cref="TaskPayloadTooLargeException"/> class.</summary>
    /// <param name="taskName">The wire name of the task.</param>
    /// <param name="part">The largest part: the name of a parameter, or the headers.</param>
    /// <param name="size">The size of the payload or of the headers, in bytes.</param>
    /// <param name="limit">The limit in bytes.</param>
    public TaskPayloadTooLargeException(string taskName, string part, long size, long limit)
        : base(
            $"Task '{taskName}' is too large to be dispatched: {size} bytes; the limit is {limit} bytes. The largest part is {part}. "
            + "Pass an id with which the task can load the data, or raise the limit in TaskGenOptions.")
    {
        TaskName = taskName;
        Part = part;
        Size = size;
        Limit = limit;
    }

    /// <summary>Gets the wire name of the task.</summary>
    public string TaskName { get; }

    /// <summary>Gets the largest part: the name of a parameter, or the headers.</summary>
    public string Part { get; }

    /// <summary>Gets the size of the payload or of the headers, in bytes.</summary>
    public long Size { get; }

    /// <summary>Gets the limit, in bytes.</summary>
    public long Limit { get; }
}

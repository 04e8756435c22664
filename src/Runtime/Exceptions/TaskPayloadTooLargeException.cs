namespace TaskGen;

/// <summary>A dispatch was larger than the limit; nothing was enqueued. Pass an id and let the task fetch the data.</summary>
public sealed class TaskPayloadTooLargeException : TaskGenException
{
    /// <summary>Makes one.</summary>
    /// <param name="taskName">The task.</param>
    /// <param name="part">The largest part: a parameter, or the headers.</param>
    /// <param name="size">The size in bytes.</param>
    /// <param name="limit">The limit in bytes.</param>
    public TaskPayloadTooLargeException(string taskName, string part, long size, long limit)
        : base(
            $"The payload of task '{taskName}' has {size} bytes, the limit is {limit}; the largest part is {part}. "
            + "Pass an id and let the task fetch the data, or raise the limit in TaskGenOptions.")
    {
        TaskName = taskName;
        Part = part;
        Size = size;
        Limit = limit;
    }

    /// <summary>The task.</summary>
    public string TaskName { get; }

    /// <summary>The largest part: a parameter, or the headers.</summary>
    public string Part { get; }

    /// <summary>The size in bytes.</summary>
    public long Size { get; }

    /// <summary>The limit in bytes.</summary>
    public long Limit { get; }
}

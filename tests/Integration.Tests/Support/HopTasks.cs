using TaskGen;

namespace Integration.Tests;

/// <summary>Tasks whose results show the queues that they ran on.</summary>
public static class HopTasks
{
    /// <summary>Begins.</summary>
    [Task(Name = "hop.start")]
    public static string Start(TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Queue;
    }

    /// <summary>Goes on.</summary>
    [Task(Name = "hop.next")]
    public static string Next(string previous, TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return $"{previous}>{context.Queue}";
    }

    /// <summary>Follows a group.</summary>
    [Task(Name = "hop.gather")]
    public static string Gather(IReadOnlyList<string> parts, TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return $"({string.Join(',', parts)})>{context.Queue}";
    }

    /// <summary>Fails.</summary>
    [Task(Name = "hop.fail")]
    public static string Fail(string previous) => throw new InvalidOperationException($"{previous} leads nowhere.");

    /// <summary>Hears of a failure.</summary>
    [Task(Name = "hop.hear")]
    public static string Hear(TaskFailure failure, TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(failure);
        ArgumentNullException.ThrowIfNull(context);
        return $"{failure.Message} Heard on {context.Queue}.";
    }
}

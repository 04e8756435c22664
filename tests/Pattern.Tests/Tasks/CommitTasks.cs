using TaskGen;

namespace Pattern.Tests;

/// <summary>Tasks whose work is committed when their scope ends.</summary>
public sealed class CommitTasks
{
    [Task(Name = "patterns.save")]
    public string Save(int failures, [FromServices] UnitOfWork work, TaskContext context) => Begin(failures, work, context);

    [Task(Name = "patterns.save_again", Retry = 1, RetryBaseDelaySeconds = 0.05)]
    public string SaveAgain(int failures, [FromServices] UnitOfWork work, TaskContext context) => Begin(failures, work, context);

    private static string Begin(int failures, UnitOfWork work, TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentNullException.ThrowIfNull(context);
        work.Fails = context.Attempt <= failures;
        return $"saved in attempt {context.Attempt}";
    }
}

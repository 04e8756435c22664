using TaskGen;

namespace Pattern.Tests;

/// <summary>A task that reads a header.</summary>
public static class HeaderTasks
{
    [Task(Name = "patterns.read_tenant")]
    public static string ReadTenant(TaskContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Headers.GetValueOrDefault("tenant", "none");
    }
}

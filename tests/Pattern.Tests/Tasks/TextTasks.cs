using TaskGen;

namespace Pattern.Tests;

/// <summary>A task that may be given too much.</summary>
public static class TextTasks
{
    [Task(Name = "patterns.describe")]
    public static int Describe(int id, string caption)
    {
        ArgumentNullException.ThrowIfNull(caption);
        return id + caption.Length;
    }
}

namespace TaskGen.Primitives;

/// <summary>Provides methods for <see cref="TaskState"/>.</summary>
internal static class TaskStateExtensions
{
    /// <summary>Determines whether the state is final.</summary>
    public static bool IsEnd(this TaskState state) => state >= TaskState.Succeeded;
}

namespace TaskGen.Primitives;

internal static class TaskStateExtensions
{
    public static bool IsEnd(this TaskState state) => state >= TaskState.Succeeded;
}

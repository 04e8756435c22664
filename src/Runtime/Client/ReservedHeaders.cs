namespace TaskGen;

/// <summary>Headers that the runtime writes itself.</summary>
internal static class ReservedHeaders
{
    public const string Prefix = "taskgen-";

    /// <summary>The text of the id of the task that dispatched this one.</summary>
    public const string Parent = Prefix + "parent";
}

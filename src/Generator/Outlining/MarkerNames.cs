namespace TaskGen.Generator.Outlining;

/// <summary>The simple names (without a namespace) of the attributes that mark a method as a task or a condition.</summary>
internal static class MarkerNames
{
    /// <summary>Determines whether an attribute with the specified simple name might be one of these attributes.</summary>
    public static bool Contains(string name) => name is "Task" or "TaskAttribute" or "Condition" or "ConditionAttribute";
}

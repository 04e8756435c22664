namespace TaskGen.Generator.Outlining;

/// <summary>How the attributes that make a method a task or a condition may be written.</summary>
internal static class MarkerNames
{
    /// <summary>Whether an attribute of this simple name may be one of them.</summary>
    public static bool Contains(string name) => name is "Task" or "TaskAttribute" or "Condition" or "ConditionAttribute";
}

namespace TaskGen.Generator.ContractFile;

/// <summary>Represents a difference between the recorded contract of a task and the contract of the current code.</summary>
/// <param name="Change">The effect on tasks in flight.</param>
/// <param name="Path">The path of the changed value: the parameter or <c>result</c>, followed by members and elements.</param>
/// <param name="What">The description of the change for a message, such as "changed from string to int".</param>
/// <param name="Effect">The description of the effect for a message.</param>
internal sealed record ContractDifference(ContractChange Change, string Path, string What, string Effect)
{
    /// <summary>Gets a value that indicates whether the change breaks tasks in flight or the callers that wait for them.</summary>
    public bool IsBreak => Change is ContractChange.Removed or ContractChange.Retyped or ContractChange.Required;
}

namespace TaskGen.Generator.ContractFile;

/// <summary>One difference between a contract as it is recorded and as the code has it.</summary>
/// <param name="Change">What becomes of tasks in flight.</param>
/// <param name="Path">Where: the parameter and the way into it; the word result for the result.</param>
/// <param name="What">What has changed, for a message: "is int, was string".</param>
/// <param name="Effect">What that means, for a message.</param>
internal sealed record ContractDifference(ContractChange Change, string Path, string What, string Effect)
{
    /// <summary>Whether tasks in flight, or who waits for them, would be hurt for certain.</summary>
    public bool IsBreak => Change is ContractChange.Removed or ContractChange.Retyped or ContractChange.Required;
}

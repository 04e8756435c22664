namespace TaskGen.Generator.ContractFile;

/// <summary>A parameter of a task, or a member of an object.</summary>
/// <param name="Name">The JSON name.</param>
/// <param name="IsOptional">Whether the value may be missing when it is read.</param>
/// <param name="Shape">The shape of the value.</param>
internal sealed record ContractMember(string Name, bool IsOptional, ContractShape Shape);

namespace TaskGen.Generator.ContractFile;

/// <summary>Represents a parameter of a task, or a member of a JSON object, in a contract.</summary>
/// <param name="Name">The JSON name.</param>
/// <param name="IsOptional"><see langword="true"/> if the value can be missing when it is read; otherwise, <see langword="false"/>.</param>
/// <param name="Shape">The shape of the value.</param>
internal sealed record ContractMember(string Name, bool IsOptional, ContractShape Shape);

namespace TaskGen.Generator.ContractFile;

/// <summary>A parameter of a task, or a member of an object.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="IsOptional">Whether a reader does without it.</param>
/// <param name="Shape">What its value looks like.</param>
internal sealed record ContractMember(string Name, bool IsOptional, ContractShape Shape);

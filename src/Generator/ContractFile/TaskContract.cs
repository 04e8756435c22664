using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>What a task has agreed on with those who dispatch it and wait for it: one line of the file.</summary>
/// <param name="Name">The wire name.</param>
/// <param name="Parameters">The payload parameters. Their order is that of the method and means nothing.</param>
/// <param name="Result">What the result looks like; null where none is kept.</param>
internal sealed record TaskContract(string Name, EquatableArray<ContractMember> Parameters, ContractShape? Result);

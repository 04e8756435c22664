using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Represents the contract between a task and the callers that dispatch it and wait for it. It is one line of a contract file.
/// </summary>
/// <param name="Name">The wire name of the task.</param>
/// <param name="Parameters">The payload parameters, in the order of the method. Comparisons ignore the order.</param>
/// <param name="Result">The shape of the result; null if the task stores no result.</param>
internal sealed record TaskContract(string Name, EquatableArray<ContractMember> Parameters, ContractShape? Result);

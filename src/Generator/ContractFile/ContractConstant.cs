namespace TaskGen.Generator.ContractFile;

/// <summary>Represents a member of an enumeration in a contract.</summary>
/// <param name="Name">The name of the member.</param>
/// <param name="Number">The number of the member in decimal digits; empty if the enumeration is serialized by name.</param>
internal sealed record ContractConstant(string Name, string Number);

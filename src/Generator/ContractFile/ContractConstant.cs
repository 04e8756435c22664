namespace TaskGen.Generator.ContractFile;

/// <summary>A member of an enumeration.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Number">Its number in decimal digits; empty where the enumeration travels by name.</param>
internal sealed record ContractConstant(string Name, string Number);

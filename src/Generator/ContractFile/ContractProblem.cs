namespace TaskGen.Generator.ContractFile;

/// <summary>Why a line is no contract.</summary>
/// <param name="Start">Where in the line, from 0.</param>
/// <param name="Length">How much of the line is meant.</param>
/// <param name="What">What is wrong, for a message.</param>
internal sealed record ContractProblem(int Start, int Length, string What);

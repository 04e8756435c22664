namespace TaskGen.Generator.ContractFile;

/// <summary>Represents a syntax error in a line of a contract file.</summary>
/// <param name="Start">The zero-based position of the error in the line.</param>
/// <param name="Length">The number of characters that the diagnostic underlines.</param>
/// <param name="What">The description of the expected text, for a message.</param>
internal sealed record ContractProblem(int Start, int Length, string What);

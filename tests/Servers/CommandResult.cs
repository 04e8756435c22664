namespace TaskGen.Servers;

/// <summary>How a command that has ended went.</summary>
/// <param name="ExitCode">0 where it succeeded.</param>
/// <param name="Output">Its lines of output and error as one text.</param>
public sealed record CommandResult(int ExitCode, string Output);

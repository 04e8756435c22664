namespace TaskGen.Generator.Diagnostics;

/// <summary>
/// Represents the two parts of a diagnostic message that depend on the analyzed code: why the rule is broken, and how to correct the code.
/// </summary>
/// <param name="Reason">A clause without a period, such as "it is passed by 'ref'".</param>
/// <param name="Remedy">An instruction without a period, such as "Pass it by value".</param>
internal readonly record struct Explanation(string Reason, string Remedy);

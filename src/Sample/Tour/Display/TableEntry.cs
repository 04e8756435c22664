using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Represents a table among the results of a step.</summary>
/// <param name="Table">The table.</param>
internal sealed record TableEntry(Table Table) : StepEntry;

using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Represents a table in the output of a tour step.</summary>
/// <param name="Table">The table.</param>
internal sealed record TableEntry(Table Table) : StepEntry;

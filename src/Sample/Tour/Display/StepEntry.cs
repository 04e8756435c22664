namespace TaskGen.Sample;

/// <summary>Represents a part of the output of a step.</summary>
internal abstract record StepEntry;

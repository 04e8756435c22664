namespace TaskGen.Sample;

/// <summary>Represents a line of text in the output of a step. A line that is too long is wrapped.</summary>
/// <param name="Kind">The kind of line.</param>
/// <param name="Text">The text.</param>
internal sealed record TextEntry(EntryKind Kind, string Text) : StepEntry;

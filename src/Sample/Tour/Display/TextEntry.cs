namespace TaskGen.Sample;

/// <summary>Represents a line of text, which is wrapped where it is too long.</summary>
/// <param name="Kind">The kind of line.</param>
/// <param name="Text">The text.</param>
internal sealed record TextEntry(EntryKind Kind, string Text) : StepEntry;

namespace House.Tests.Prose;

/// <summary>A piece of text that is read as a whole: a paragraph, a table cell, a comment or the text of a string.</summary>
/// <param name="File">The path of the file in the repository.</param>
/// <param name="Line">The line where the text starts, counted from 1.</param>
/// <param name="Text">The text on one line. A symbol replaces code and placeholders.</param>
internal sealed record ProseUnit(string File, int Line, string Text)
{
    /// <summary>The symbol that replaces code and placeholders.</summary>
    public const string Code = "§";
}

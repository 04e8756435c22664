using Spectre.Console;

namespace TaskGen.Sample;

/// <summary>Provides the marks before lines of the tour, such as check marks, in characters that the output can show.</summary>
/// <param name="unicode">
/// <see langword="true"/> if the encoding of the output supports Unicode marks; otherwise, <see langword="false"/>.
/// </param>
internal sealed class Marks(bool unicode)
{
    public string Passed => unicode ? "✓" : "[ok]";

    public string Failed => unicode ? "✗" : "[failed]";

    public char BarDone => unicode ? '━' : '=';

    public char BarLeft => unicode ? '─' : '-';

    public char Divider => unicode ? '│' : '|';

    /// <summary>Returns the mark before a line of the specified kind.</summary>
    /// <param name="kind">The kind of line.</param>
    /// <returns>The mark and a space, or an empty string.</returns>
    public string Of(EntryKind kind) => kind switch
    {
        EntryKind.Passed => Passed + " ",
        EntryKind.Failed => Failed + " ",
        _ => "",
    };

    /// <summary>Returns the style of the mark before a line of the specified kind.</summary>
    /// <param name="kind">The kind of line.</param>
    /// <returns>The style.</returns>
    public static Style StyleOf(EntryKind kind) => kind switch
    {
        EntryKind.Passed => new Style(Color.Green),
        EntryKind.Failed or EntryKind.Error => new Style(Color.IndianRed1),
        _ => Style.Plain,
    };

    /// <summary>Returns the style of the text in a line of the specified kind.</summary>
    /// <param name="kind">The kind of line.</param>
    /// <returns>The style.</returns>
    public static Style TextStyleOf(EntryKind kind) => kind is EntryKind.Passed ? Style.Plain : StyleOf(kind);
}

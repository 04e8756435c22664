using System.Text.RegularExpressions;

namespace House.Tests.Glossary;

/// <summary>A word that the glossary has replaced.</summary>
/// <param name="Text">The word as the glossary writes it.</param>
/// <param name="Pattern">Finds it in code and prose.</param>
/// <param name="Instead">The term to use.</param>
internal sealed record OldWord(string Text, Regex Pattern, string Instead)
{
    /// <summary>
    /// Reads a cell: a name in code format is found exactly as it is written; words are found however they are joined, so that
    /// <c>resource slot</c> also finds <c>ResourceSlots</c> and <c>resource_slot</c>.
    /// </summary>
    public static OldWord Parse(string cell, string instead)
    {
        var isName = cell.StartsWith('`');
        var text = cell.Trim('`');
        var pattern = isName ? $@"\b{Regex.Escape(text)}\b" : string.Join(@"[ _\-]?", text.Split(' ').Select(Regex.Escape));
        return new OldWord(text, new Regex(pattern, isName ? RegexOptions.None : RegexOptions.IgnoreCase), instead);
    }
}

using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace TaskGen.Generator.ContractFile;

/// <summary>
/// Edits the text of a contract file. Existing lines keep their positions and comments. New lines are inserted in alphabetical order of the
/// task names.
/// </summary>
internal static class ContractEditor
{
    /// <summary>Adds, replaces, and removes lines.</summary>
    /// <param name="path">The path of the file.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="lines">The new line for each task name; null to remove the line.</param>
    public static SourceText Apply(string path, SourceText text, IReadOnlyDictionary<string, string?> lines)
    {
        var changes = new List<TextChange>();
        var kept = new List<ContractEntry>();
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in ContractLines.Read(path, text))
        {
            if (entry.Name is null || !lines.TryGetValue(entry.Name, out var line))
            {
                kept.Add(entry);
            }
            else if (line is not null && written.Add(entry.Name))
            {
                kept.Add(entry);
                changes.Add(new TextChange(entry.Line.Span, line));
            }
            else
            {
                // The line must be removed, or an earlier line has the same name.
                changes.Add(new TextChange(entry.Line.SpanIncludingLineBreak, ""));
            }
        }

        var added = new List<string>();
        foreach (var pair in lines)
        {
            if (pair.Value is not null && !written.Contains(pair.Key))
            {
                added.Add(pair.Key);
            }
        }

        added.Sort(StringComparer.Ordinal);
        Insert(changes, text, kept, added.ConvertAll(name => (name, lines[name]!)));
        changes.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return text.WithChanges(changes);
    }

    private static void Insert(List<TextChange> changes, SourceText text, List<ContractEntry> kept, List<(string Name, string Line)> added)
    {
        var lineBreak = LineBreak(text);
        var insertions = new Dictionary<int, StringBuilder>();
        foreach (var (name, line) in added)
        {
            var before = kept.FindLast(entry => string.CompareOrdinal(entry.Name, name) < 0);
            if (before is not null)
            {
                At(before.Line.End).Append(lineBreak).Append(line);
            }
            else if (kept.Count > 0)
            {
                At(kept[0].Line.Start).Append(line).Append(lineBreak);
            }
            else
            {
                var end = At(text.Length);
                var isOpen = end.Length == 0 && text.Length > 0 && text[text.Length - 1] is not ('\n' or '\r');
                end.Append(isOpen ? lineBreak : "").Append(line).Append(lineBreak);
            }
        }

        foreach (var pair in insertions)
        {
            changes.Add(new TextChange(new TextSpan(pair.Key, 0), pair.Value.ToString()));
        }

        StringBuilder At(int position)
        {
            if (!insertions.TryGetValue(position, out var builder))
            {
                insertions.Add(position, builder = new StringBuilder());
            }

            return builder;
        }
    }

    private static string LineBreak(SourceText text)
    {
        var first = text.Lines[0];
        return first.End < first.EndIncludingLineBreak ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}

using System.Text;

namespace TaskGen.Generator.CSharpText;

/// <summary>Writes indented lines; a block is a <c>using</c> scope.</summary>
internal sealed class CodeWriter
{
    private const int MaxLength = 160;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or several.</summary>
    /// <param name="text">The text; an empty line stays empty.</param>
    public void Line(string text = "")
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                _text.Append(' ', _depth * 4).Append(text, start, end - start);
            }

            _text.Append('\n');
            start = end + 1;
        }
    }

    /// <summary>Writes a list on one line, or an item a line where that line would be too long.</summary>
    /// <param name="start">What stands before the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="end">What follows the last one.</param>
    public void List(string start, IReadOnlyList<string> items, string end)
    {
        var line = $"{start}{string.Join(", ", items)}{end}";
        if (items.Count == 0 || IsShort(line))
        {
            Line(line);
            return;
        }

        Line(start);
        using (Indent())
        {
            for (var index = 0; index < items.Count; index++)
            {
                Line(items[index] + (index < items.Count - 1 ? "," : end));
            }
        }
    }

    /// <summary>Whether a line, with its indentation, is not too long.</summary>
    public bool IsShort(string line) => (_depth * 4) + line.Length <= MaxLength;

    /// <summary>Writes a header and opens its braces; disposing closes them.</summary>
    /// <param name="header">What stands before the braces.</param>
    /// <param name="end">What follows the closing brace.</param>
    public Scope Block(string header, string end = "")
    {
        Line(header);
        return Open("}" + end);
    }

    /// <summary>Writes a header that ends in a list, and opens its braces; disposing closes them.</summary>
    /// <param name="start">What stands before the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="end">What follows the last one.</param>
    public Scope Block(string start, IReadOnlyList<string> items, string end)
    {
        List(start, items, end);
        return Open("}");
    }

    /// <summary>Indents what follows; disposing ends that.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, null);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private Scope Open(string end)
    {
        Line("{");
        _depth++;
        return new Scope(this, end);
    }

    /// <summary>An open block.</summary>
    internal readonly struct Scope(CodeWriter writer, string? end) : IDisposable
    {
        /// <summary>Closes it.</summary>
        public void Dispose()
        {
            writer._depth--;
            if (end is not null)
            {
                writer.Line(end);
            }
        }
    }
}

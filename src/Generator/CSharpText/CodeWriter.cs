using System.Text;

namespace TaskGen.Generator.CSharpText;

/// <summary>
/// Writes indented lines of code. To write a block in braces, dispose the scope that the method returns at the end of the block.
/// </summary>
internal sealed class CodeWriter
{
    private const int MaxLength = 160;

    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one or more lines.</summary>
    /// <param name="text">The text. Empty lines are not indented.</param>
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

    /// <summary>Writes a list on one line, or writes one item per line if the single line would be too long.</summary>
    /// <param name="start">The text before the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="end">The text after the last item.</param>
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

    /// <summary>Determines whether a line fits into the maximum length at the current indentation.</summary>
    public bool IsShort(string line) => (_depth * 4) + line.Length <= MaxLength;

    /// <summary>Writes a header and opens a block. Disposing the scope closes the block.</summary>
    /// <param name="header">The text before the opening brace.</param>
    /// <param name="end">The text after the closing brace.</param>
    public Scope Block(string header, string end = "")
    {
        Line(header);
        return Open("}" + end);
    }

    /// <summary>Writes a header that ends with a list, and opens a block. Disposing the scope closes the block.</summary>
    /// <param name="start">The text before the items.</param>
    /// <param name="items">The items.</param>
    /// <param name="end">The text after the last item.</param>
    public Scope Block(string start, IReadOnlyList<string> items, string end)
    {
        List(start, items, end);
        return Open("}");
    }

    /// <summary>Indents the following lines until the scope is disposed.</summary>
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

    /// <summary>Represents an open block or indentation.</summary>
    internal readonly struct Scope(CodeWriter writer, string? end) : IDisposable
    {
        /// <summary>Closes the block, or ends the indentation.</summary>
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

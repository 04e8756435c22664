using System.Text;

namespace TaskGen.Generator.CSharpText;

/// <summary>Writes indented lines; a block is a <c>using</c> scope.</summary>
internal sealed class CodeWriter
{
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

    /// <summary>Writes a header and opens its braces; disposing closes them.</summary>
    /// <param name="header">What stands before the braces.</param>
    /// <param name="end">What follows the closing brace.</param>
    public Scope Block(string header, string end = "")
    {
        Line(header);
        Line("{");
        _depth++;
        return new Scope(this, "}" + end);
    }

    /// <summary>Indents what follows; disposing ends that.</summary>
    public Scope Indent()
    {
        _depth++;
        return new Scope(this, null);
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

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

using System.Globalization;
using System.Text;

namespace TaskGen.Generator.ContractFile;

/// <summary>Reads a line of a contract file from left to right, and keeps the first syntax error.</summary>
/// <param name="line">The line.</param>
internal sealed class ContractCursor(string line)
{
    private int _at;

    /// <summary>Gets the zero-based index of the next character.</summary>
    public int Position => _at;

    /// <summary>Gets a value that indicates whether the end of the line has been reached.</summary>
    public bool IsAtEnd => _at == line.Length;

    /// <summary>Gets the first syntax error; null if there is none.</summary>
    public ContractProblem? Problem { get; private set; }

    /// <summary>Skips spaces, and then reads the next character if it is the specified one.</summary>
    public bool TryTake(char expected)
    {
        SkipSpace();
        if (_at == line.Length || line[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    /// <summary>Skips spaces, and then reads the specified character. Any other character is a syntax error.</summary>
    public void Expect(char expected, string description)
    {
        if (!TryTake(expected))
        {
            FailHere(description);
        }
    }

    /// <summary>Reads characters while they match a condition. The result can be empty.</summary>
    public string TakeWhile(Predicate<char> fits)
    {
        var start = _at;
        while (_at < line.Length && fits(line[_at]))
        {
            _at++;
        }

        return line.Substring(start, _at - start);
    }

    /// <summary>Reads a name without quotation marks. The result can be empty.</summary>
    public string TakeName() => TakeWhile(ContractNames.Contain);

    /// <summary>Reads the rest of a quoted name, after the opening quotation mark.</summary>
    public string TakeQuoted()
    {
        var name = new StringBuilder();
        while (_at < line.Length && line[_at] != '"')
        {
            var character = line[_at++];
            if (character == '\\' && _at < line.Length)
            {
                character = line[_at++];
                if (character == 'u')
                {
                    var code = _at + 4 <= line.Length ? line.Substring(_at, 4) : "";
                    if (!ushort.TryParse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number))
                    {
                        FailHere("four hexadecimal digits");
                        return "";
                    }

                    character = (char)number;
                    _at += 4;
                }
                else if (character is not ('"' or '\\'))
                {
                    Fail(_at - 1, 1, "one of \\\", \\\\, and \\u");
                    return "";
                }
            }

            name.Append(character);
        }

        Expect('"', "'\"'");
        return name.ToString();
    }

    /// <summary>Skips spaces, and then reads the digits of a number. If there are no digits, a syntax error is reported.</summary>
    public string TakeDigits(string expected)
    {
        SkipSpace();
        var digits = TakeWhile(static character => character is >= '0' and <= '9');
        if (digits.Length == 0)
        {
            FailHere(expected);
        }

        return digits;
    }

    /// <summary>Skips spaces and tabs.</summary>
    /// <returns>The index of the next character.</returns>
    public int SkipSpace()
    {
        while (_at < line.Length && line[_at] is ' ' or '\t')
        {
            _at++;
        }

        return _at;
    }

    /// <summary>Reports a syntax error at the current position.</summary>
    public void FailHere(string expected) => Fail(_at, _at < line.Length ? 1 : 0, expected);

    /// <summary>Reports a syntax error. Only the first one is kept, because later errors might be a consequence of it.</summary>
    public void Fail(int start, int length, string expected) =>
        Problem ??= new ContractProblem(start, Math.Min(length, line.Length - start), expected);
}

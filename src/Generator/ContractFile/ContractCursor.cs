using System.Globalization;
using System.Text;

namespace TaskGen.Generator.ContractFile;

/// <summary>A place in a line: takes what stands there, and keeps the first thing that does not belong.</summary>
/// <param name="line">The line.</param>
internal sealed class ContractCursor(string line)
{
    private int _at;

    /// <summary>The index of the next character.</summary>
    public int Position => _at;

    /// <summary>Whether nothing is left.</summary>
    public bool IsAtEnd => _at == line.Length;

    /// <summary>The first thing that does not belong; null where there is none.</summary>
    public ContractProblem? Problem { get; private set; }

    /// <summary>Takes a character that may stand here.</summary>
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

    /// <summary>Takes a character that must stand here.</summary>
    public void Expect(char expected, string description)
    {
        if (!TryTake(expected))
        {
            FailHere(description);
        }
    }

    /// <summary>Takes what stands here as long as its characters fit; that may be nothing.</summary>
    public string TakeWhile(Predicate<char> fits)
    {
        var start = _at;
        while (_at < line.Length && fits(line[_at]))
        {
            _at++;
        }

        return line.Substring(start, _at - start);
    }

    /// <summary>Takes a name without quotes; that may be nothing.</summary>
    public string TakeName() => TakeWhile(ContractNames.Contain);

    /// <summary>Takes the rest of a name in quotes, after the first quote.</summary>
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
                    Fail(_at - 1, 1, "one of \\\", \\\\ and \\u");
                    return "";
                }
            }

            name.Append(character);
        }

        Expect('"', "'\"'");
        return name.ToString();
    }

    /// <summary>Takes a number.</summary>
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

    /// <summary>Goes to the next character that is no space.</summary>
    /// <returns>Its index.</returns>
    public int SkipSpace()
    {
        while (_at < line.Length && line[_at] is ' ' or '\t')
        {
            _at++;
        }

        return _at;
    }

    /// <summary>Notes that something else must stand here.</summary>
    public void FailHere(string expected) => Fail(_at, _at < line.Length ? 1 : 0, expected);

    /// <summary>Notes that something else must stand somewhere. Of several the first counts: what follows it is guesswork.</summary>
    public void Fail(int start, int length, string expected) =>
        Problem ??= new ContractProblem(start, Math.Min(length, line.Length - start), expected);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TaskGen.Generator.Model;

namespace TaskGen.Generator.ContractFile;

/// <summary>Text to contracts: one line, from left to right, until the first thing that does not belong there.</summary>
internal sealed class ContractReader
{
    private const int MostLevels = 64;

    private readonly string _line;
    private int _at;
    private int _level;
    private ContractProblem? _problem;

    private ContractReader(string line) => _line = line;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="problem">Why it is no contract.</param>
    /// <returns>The contract; null where it is none.</returns>
    public static TaskContract? Read(string line, out ContractProblem? problem)
    {
        var reader = new ContractReader(line);
        var contract = reader.ReadTask();
        problem = reader._problem;
        return problem is null ? contract : null;
    }

    /// <summary>Whether a name stands in a line without quotes.</summary>
    public static bool IsBareName(string name)
    {
        foreach (var character in name)
        {
            if (!IsOfName(character))
            {
                return false;
            }
        }

        return name.Length > 0;
    }

    private static bool IsOfName(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '$' or '@';

    private TaskContract ReadTask()
    {
        SkipSpace();
        var start = _at;
        while (_at < _line.Length && _line[_at] is not ('(' or ' ' or '\t'))
        {
            _at++;
        }

        var name = _line.Substring(start, _at - start);
        if (!WireNames.IsValid(name))
        {
            Fail(start, Math.Max(1, _at - start), "the wire name of a task: " + WireNames.Characters);
        }

        Expect('(', "'('");
        var parameters = ReadMembers(')');
        ContractShape? result = null;
        if (TryTake('-'))
        {
            Expect('>', "'->' and the result");
            result = ReadShape();
        }

        SkipSpace();
        if (_at < _line.Length)
        {
            FailHere("the end of the line");
        }

        return new TaskContract(name, parameters, result);
    }

    private ContractShape ReadShape()
    {
        var shape = new ContractShape(ContractShapeKind.Opaque);
        if (_level == MostLevels)
        {
            FailHere($"at most {MostLevels} levels");
        }

        if (_problem is not null)
        {
            return shape;
        }

        _level++;
        shape = ReadCore();
        _level--;
        return TryTake('?') ? shape with { IsNullable = true } : shape;
    }

    private ContractShape ReadCore()
    {
        if (TryTake('['))
        {
            var element = ReadShape();
            Expect(']', "']'");
            return new ContractShape(ContractShapeKind.List, Elements: ImmutableArray.Create(element));
        }

        if (TryTake('('))
        {
            return new ContractShape(ContractShapeKind.Tuple, Elements: ReadList(')', ReadShape));
        }

        if (TryTake('^'))
        {
            return new ContractShape(ContractShapeKind.Enclosing, ReadDigits("the number of an enclosing object"));
        }

        if (!TryTake('{'))
        {
            return ReadWord();
        }

        if (!TryTake('['))
        {
            return new ContractShape(ContractShapeKind.Object, Members: ReadMembers('}'));
        }

        var key = ReadShape();
        Expect(']', "']'");
        Expect(':', "':'");
        var value = ReadShape();
        Expect('}', "'}'");
        return new ContractShape(ContractShapeKind.Map, Elements: ImmutableArray.Create(key, value));
    }

    private ContractShape ReadWord()
    {
        var start = SkipSpace();
        var word = TakeName();
        switch (word)
        {
            case "json":
                return new ContractShape(ContractShapeKind.Opaque, ReadOpaqueName());
            case "enum":
                return ReadEnum();
        }

        if (!ContractWords.IsPlain(word))
        {
            Fail(start, Math.Max(1, _at - start), "a type, such as int, string, [int] or {Name: string}");
        }

        return new ContractShape(ContractShapeKind.Plain, word);
    }

    private string ReadOpaqueName()
    {
        if (!TryTake('<'))
        {
            return "";
        }

        var start = _at;
        while (_at < _line.Length && (IsOfName(_line[_at]) || _line[_at] == '.'))
        {
            _at++;
        }

        var name = _line.Substring(start, _at - start);
        if (name.Length == 0)
        {
            FailHere("the name of a type");
        }

        Expect('>', "'>'");
        return name;
    }

    private ContractShape ReadEnum()
    {
        var start = SkipSpace();
        var number = TakeName();
        if (number != ContractShape.Text && !ContractWords.IsInteger(number))
        {
            Fail(start, Math.Max(1, _at - start), "the integer type of an enumeration, or string");
        }

        Expect('{', "'{'");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var constants = ReadList('}', () =>
        {
            var name = ReadName(seen);
            if (number == ContractShape.Text)
            {
                return new ContractConstant(name, "");
            }

            Expect('=', "'='");
            var sign = TryTake('-') ? "-" : "";
            return new ContractConstant(name, sign + ReadDigits("a number"));
        });
        return new ContractShape(ContractShapeKind.Enum, number, Constants: constants);
    }

    private ImmutableArray<ContractMember> ReadMembers(char end)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ReadList(end, () =>
        {
            var name = ReadName(seen);
            var isOptional = TryTake('?');
            Expect(':', "':'");
            return new ContractMember(name, isOptional, ReadShape());
        });
    }

    private ImmutableArray<T> ReadList<T>(char end, Func<T> read)
    {
        if (TryTake(end))
        {
            return ImmutableArray<T>.Empty;
        }

        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(read());
        }
        while (_problem is null && TryTake(','));

        Expect(end, $"',' or '{end}'");
        return items.ToImmutable();
    }

    private string ReadName(HashSet<string> seen)
    {
        var start = SkipSpace();
        var name = TryTake('"') ? TakeQuoted() : TakeName();
        if (_at == start)
        {
            FailHere("a name");
        }
        else if (!seen.Add(name))
        {
            Fail(start, _at - start, "another name: this one is there already");
        }

        return name;
    }

    private string TakeQuoted()
    {
        var name = new StringBuilder();
        while (_at < _line.Length && _line[_at] != '"')
        {
            var character = _line[_at++];
            if (character == '\\' && _at < _line.Length)
            {
                character = _line[_at++];
                if (character == 'u')
                {
                    var code = _at + 4 <= _line.Length ? _line.Substring(_at, 4) : "";
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

    private string ReadDigits(string expected)
    {
        var start = SkipSpace();
        while (_at < _line.Length && _line[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        if (_at == start)
        {
            FailHere(expected);
        }

        return _line.Substring(start, _at - start);
    }

    private string TakeName()
    {
        var start = _at;
        while (_at < _line.Length && IsOfName(_line[_at]))
        {
            _at++;
        }

        return _line.Substring(start, _at - start);
    }

    private bool TryTake(char expected)
    {
        SkipSpace();
        if (_at == _line.Length || _line[_at] != expected)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Expect(char expected, string description)
    {
        if (!TryTake(expected))
        {
            FailHere(description);
        }
    }

    private int SkipSpace()
    {
        while (_at < _line.Length && _line[_at] is ' ' or '\t')
        {
            _at++;
        }

        return _at;
    }

    private void FailHere(string expected) => Fail(_at, _at < _line.Length ? 1 : 0, expected);

    // Of several the first: what follows it is guesswork.
    private void Fail(int start, int length, string expected) => _problem ??= new ContractProblem(start, Math.Min(length, _line.Length - start), expected);
}

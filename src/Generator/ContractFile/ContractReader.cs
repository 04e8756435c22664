using System.Collections.Immutable;
using TaskGen.Generator.Symbols;

namespace TaskGen.Generator.ContractFile;

/// <summary>Parses a line of a contract file. It stops at the first syntax error.</summary>
internal sealed class ContractReader
{
    private const int MostLevels = 64;

    private readonly ContractCursor _cursor;
    private int _level;

    private ContractReader(string line) => _cursor = new ContractCursor(line);

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="problem">The syntax error; null if there is none.</param>
    /// <returns>The contract; null if the line has a syntax error.</returns>
    public static TaskContract? Read(string line, out ContractProblem? problem)
    {
        var reader = new ContractReader(line);
        var contract = reader.ReadTask();
        problem = reader._cursor.Problem;
        return problem is null ? contract : null;
    }

    private TaskContract ReadTask()
    {
        _cursor.SkipSpace();
        var start = _cursor.Position;
        var name = _cursor.TakeWhile(static character => character is not ('(' or ' ' or '\t'));
        if (!WireNames.IsValid(name))
        {
            _cursor.Fail(start, Math.Max(1, _cursor.Position - start), $"the wire name of a task ({WireNames.Characters})");
        }

        _cursor.Expect('(', "'('");
        var parameters = ReadMembers(')');
        ContractShape? result = null;
        if (_cursor.TryTake('-'))
        {
            _cursor.Expect('>', "'->' and the result");
            result = ReadShape();
        }

        _cursor.SkipSpace();
        if (!_cursor.IsAtEnd)
        {
            _cursor.FailHere("the end of the line");
        }

        return new TaskContract(name, parameters, result);
    }

    private ContractShape ReadShape()
    {
        var shape = new ContractShape(ContractShapeKind.Opaque);
        if (_level == MostLevels)
        {
            _cursor.FailHere($"at most {MostLevels} levels of nesting");
        }

        if (_cursor.Problem is not null)
        {
            return shape;
        }

        _level++;
        shape = ReadCore();
        _level--;
        return _cursor.TryTake('?') ? shape with { IsNullable = true } : shape;
    }

    private ContractShape ReadCore()
    {
        if (_cursor.TryTake('['))
        {
            var element = ReadShape();
            _cursor.Expect(']', "']'");
            return new ContractShape(ContractShapeKind.List, Elements: ImmutableArray.Create(element));
        }

        if (_cursor.TryTake('('))
        {
            return new ContractShape(ContractShapeKind.Tuple, Elements: ReadList(')', ReadShape));
        }

        if (_cursor.TryTake('^'))
        {
            return new ContractShape(ContractShapeKind.Enclosing, _cursor.TakeDigits("the number of an enclosing object"));
        }

        if (!_cursor.TryTake('{'))
        {
            return ReadWord();
        }

        if (!_cursor.TryTake('['))
        {
            return new ContractShape(ContractShapeKind.Object, Members: ReadMembers('}'));
        }

        var key = ReadShape();
        _cursor.Expect(']', "']'");
        _cursor.Expect(':', "':'");
        var value = ReadShape();
        _cursor.Expect('}', "'}'");
        return new ContractShape(ContractShapeKind.Map, Elements: ImmutableArray.Create(key, value));
    }

    private ContractShape ReadWord()
    {
        var start = _cursor.SkipSpace();
        var word = _cursor.TakeName();
        switch (word)
        {
            case "json":
                return new ContractShape(ContractShapeKind.Opaque, ReadOpaqueName());
            case "enum":
                return ReadEnum();
        }

        if (!ContractWords.IsPlain(word))
        {
            _cursor.Fail(start, Math.Max(1, _cursor.Position - start), "a type, such as int, string, [int] or {Name: string}");
        }

        return new ContractShape(ContractShapeKind.Plain, word);
    }

    private string ReadOpaqueName()
    {
        if (!_cursor.TryTake('<'))
        {
            return "";
        }

        var name = _cursor.TakeWhile(static character => ContractNames.Contain(character) || character == '.');
        if (name.Length == 0)
        {
            _cursor.FailHere("the name of a type");
        }

        _cursor.Expect('>', "'>'");
        return name;
    }

    private ContractShape ReadEnum()
    {
        var start = _cursor.SkipSpace();
        var number = _cursor.TakeName();
        if (number != ContractShape.Text && !ContractWords.IsInteger(number))
        {
            _cursor.Fail(start, Math.Max(1, _cursor.Position - start), "the integer type of an enumeration, or string");
        }

        _cursor.Expect('{', "'{'");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var constants = ReadList('}', () =>
        {
            var name = ReadName(seen);
            if (number == ContractShape.Text)
            {
                return new ContractConstant(name, "");
            }

            _cursor.Expect('=', "'='");
            var sign = _cursor.TryTake('-') ? "-" : "";
            return new ContractConstant(name, sign + _cursor.TakeDigits("a number"));
        });
        return new ContractShape(ContractShapeKind.Enum, number, Constants: constants);
    }

    private ImmutableArray<ContractMember> ReadMembers(char end)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return ReadList(end, () =>
        {
            var name = ReadName(seen);
            var isOptional = _cursor.TryTake('?');
            _cursor.Expect(':', "':'");
            return new ContractMember(name, isOptional, ReadShape());
        });
    }

    private ImmutableArray<T> ReadList<T>(char end, Func<T> read)
    {
        if (_cursor.TryTake(end))
        {
            return ImmutableArray<T>.Empty;
        }

        var items = ImmutableArray.CreateBuilder<T>();
        do
        {
            items.Add(read());
        }
        while (_cursor.Problem is null && _cursor.TryTake(','));

        _cursor.Expect(end, $"',' or '{end}'");
        return items.ToImmutable();
    }

    private string ReadName(HashSet<string> seen)
    {
        var start = _cursor.SkipSpace();
        var name = _cursor.TryTake('"') ? _cursor.TakeQuoted() : _cursor.TakeName();
        if (_cursor.Position == start)
        {
            _cursor.FailHere("a name");
        }
        else if (!seen.Add(name))
        {
            _cursor.Fail(start, _cursor.Position - start, "a name that is not already used");
        }

        return name;
    }
}

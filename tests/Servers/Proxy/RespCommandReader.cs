using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TaskGen.Servers;

/// <summary>
/// Reads commands from a stream that comes in pieces of any size. Only lists of strings, which is what every client library sends; not
/// lines typed by hand.
/// </summary>
internal sealed class RespCommandReader
{
    private const int MaxParts = 1024 * 1024;
    private const int MaxBytes = 512 * 1024 * 1024;

    private readonly List<byte[]> _parts = [];
    private State _state = State.ListMark;
    private int _number;
    private int _expected;
    private int _filled;

    private enum State
    {
        ListMark,
        ListNumber,
        StringMark,
        StringNumber,
        StringBytes,
        StringEnd,
    }

    /// <summary>Takes bytes from the start of <paramref name="input"/>, up to the end of a command or all.</summary>
    /// <returns>Whether a command is complete.</returns>
    /// <exception cref="FormatException">This is no command.</exception>
    public bool TryRead(ref ReadOnlySpan<byte> input, [NotNullWhen(true)] out RespCommand? command)
    {
        command = null;
        while (!input.IsEmpty)
        {
            switch (_state)
            {
                case State.ListMark:
                    TakeMark(ref input, (byte)'*', State.ListNumber);
                    break;
                case State.ListNumber when TakeNumber(ref input, MaxParts):
                    _expected = _number;
                    // Redis passes over an empty list without a reply.
                    _state = _expected == 0 ? State.ListMark : State.StringMark;
                    break;
                case State.StringMark:
                    TakeMark(ref input, (byte)'$', State.StringNumber);
                    break;
                case State.StringNumber when TakeNumber(ref input, MaxBytes):
                    _parts.Add(new byte[_number]);
                    _filled = 0;
                    _state = _number == 0 ? State.StringEnd : State.StringBytes;
                    break;
                case State.StringBytes:
                    TakeBytes(ref input);
                    break;
                case State.StringEnd when TakeEnd(ref input):
                    if (_parts.Count < _expected)
                    {
                        _state = State.StringMark;
                        break;
                    }

                    command = new RespCommand(Encoding.ASCII.GetString(_parts[0]).ToUpperInvariant(), [.. _parts.Skip(1)]);
                    _parts.Clear();
                    _state = State.ListMark;
                    return true;
            }
        }

        return false;
    }

    private static bool TakeEnd(ref ReadOnlySpan<byte> input)
    {
        var last = input[0];
        input = input[1..];
        return last switch
        {
            (byte)'\n' => true,
            (byte)'\r' => false,
            _ => throw new FormatException("A string of a command does not end where it should."),
        };
    }

    private void TakeMark(ref ReadOnlySpan<byte> input, byte mark, State next)
    {
        if (input[0] != mark)
        {
            throw new FormatException("Not a command.");
        }

        input = input[1..];
        _number = 0;
        _state = next;
    }

    private bool TakeNumber(ref ReadOnlySpan<byte> input, int most)
    {
        while (!input.IsEmpty)
        {
            var next = input[0];
            input = input[1..];
            if (next == '\n')
            {
                return true;
            }

            if (next == '\r')
            {
                continue;
            }

            _number = next is >= (byte)'0' and <= (byte)'9' && _number <= most
                ? (_number * 10) + (next - '0')
                : throw new FormatException("Not a length of a command.");
        }

        return false;
    }

    private void TakeBytes(ref ReadOnlySpan<byte> input)
    {
        var part = _parts[^1];
        var count = Math.Min(input.Length, part.Length - _filled);
        input[..count].CopyTo(part.AsSpan(_filled));
        input = input[count..];
        _filled += count;
        if (_filled == part.Length)
        {
            _state = State.StringEnd;
        }
    }
}

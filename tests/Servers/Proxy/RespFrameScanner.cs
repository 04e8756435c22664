using System.Text;

namespace TaskGen.Servers;

/// <summary>
/// Finds where the replies of RESP2 and RESP3 end in a stream that comes in pieces of any size. Keeps no bytes: what is nested only adds to
/// the number of values that are still to come.
/// </summary>
internal sealed class RespFrameScanner
{
    private readonly byte[] _verb = new byte[16];
    private State _state = State.Mark;
    private byte _mark;
    private long _number;
    private bool _negative;
    private long _values;
    private long _seen;
    private long _skip;
    private int _verbLength;

    private enum State
    {
        Mark,
        Number,
        Line,
        Bytes,
    }

    /// <summary>Whether the next byte is the first of a frame.</summary>
    public bool AtStart => _state == State.Mark && _values == 0;

    /// <summary>The first byte of the frame; <c>&gt;</c> is a push.</summary>
    public byte First { get; private set; }

    /// <summary>What a push says it is, as far as 16 bytes go.</summary>
    public string Verb => Encoding.ASCII.GetString(_verb, 0, _verbLength);

    /// <summary>Takes bytes from the start of <paramref name="input"/>, up to the end of a frame or all.</summary>
    /// <param name="input">At least one byte.</param>
    /// <param name="complete">Whether the frame has ended.</param>
    /// <returns>How many bytes were taken.</returns>
    /// <exception cref="FormatException">This is no reply.</exception>
    public int Scan(ReadOnlySpan<byte> input, out bool complete)
    {
        complete = false;
        var position = 0;
        while (position < input.Length && !complete)
        {
            switch (_state)
            {
                case State.Mark:
                    TakeMark(input[position++]);
                    break;
                case State.Number:
                    complete = TakeNumber(input[position++]);
                    break;
                case State.Line:
                    var end = input[position..].IndexOf((byte)'\n');
                    position = end < 0 ? input.Length : position + end + 1;
                    complete = end >= 0 && EndValue();
                    break;
                case State.Bytes:
                    var count = (int)Math.Min(_skip, input.Length - position);
                    Remember(input.Slice(position, count));
                    position += count;
                    _skip -= count;
                    complete = _skip == 0 && EndValue();
                    break;
            }
        }

        return position;
    }

    private void TakeMark(byte mark)
    {
        if (_values == 0)
        {
            First = mark;
            _values = 1;
            _seen = 0;
            _verbLength = 0;
        }

        _mark = mark;
        _seen++;
        _number = 0;
        _negative = false;
        _state = mark switch
        {
            (byte)'$' or (byte)'!' or (byte)'=' or (byte)'*' or (byte)'~' or (byte)'>' or (byte)'%' or (byte)'|' => State.Number,
            (byte)'+' or (byte)'-' or (byte)':' or (byte)'_' or (byte)'#' or (byte)',' or (byte)'(' => State.Line,
            _ => throw new FormatException("Not a reply."),
        };
    }

    private bool TakeNumber(byte next)
    {
        switch (next)
        {
            case (byte)'\r':
                return false;
            case (byte)'-':
                _negative = true;
                return false;
            case >= (byte)'0' and <= (byte)'9':
                _number = checked((_number * 10) + (next - '0'));
                return false;
            case (byte)'\n':
                break;
            default:
                throw new FormatException("Not a length of a reply.");
        }

        if (_negative)
        {
            return EndValue();
        }

        switch (_mark)
        {
            case (byte)'$' or (byte)'!' or (byte)'=':
                // With the end of line that follows.
                _skip = _number + 2;
                _state = State.Bytes;
                return false;
            case (byte)'%':
                _values += 2 * _number;
                break;
            case (byte)'|':
                // Attributes stand before the value that they belong to, and are not one.
                _values += (2 * _number) + 1;
                break;
            default:
                _values += _number;
                break;
        }

        return EndValue();
    }

    private bool EndValue()
    {
        _state = State.Mark;
        return --_values == 0;
    }

    private void Remember(ReadOnlySpan<byte> bytes)
    {
        if (First != '>' || _seen != 2)
        {
            return;
        }

        // Not the end of line.
        var wanted = (int)Math.Min(Math.Min(bytes.Length, _skip - 2), _verb.Length - _verbLength);
        if (wanted > 0)
        {
            bytes[..wanted].CopyTo(_verb.AsSpan(_verbLength));
            _verbLength += wanted;
        }
    }
}

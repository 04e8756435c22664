namespace TaskGen.Servers;

/// <summary>Finds the replies that are to be dropped, and has the connection reset after each.</summary>
internal sealed class ReplyInspector(FaultProxy proxy, ReplyPairing pairing) : IProxyInspector
{
    private readonly RespFrameScanner _scanner = new();
    private bool _isSwallowing;

    public (int Forward, bool Reset) Inspect(ReadOnlySpan<byte> input)
    {
        var forward = 0;
        try
        {
            for (var position = 0; position < input.Length && !pairing.Stopped;)
            {
                if (_scanner.AtStart)
                {
                    var fate = pairing.Begin(input[position]);
                    if (fate == ReplyFate.StopPairing)
                    {
                        break;
                    }

                    _isSwallowing = fate == ReplyFate.Swallow;
                }

                position += _scanner.Scan(input[position..], out var complete);
                if (complete)
                {
                    pairing.End(_scanner.First, _scanner.Verb);
                    if (_isSwallowing)
                    {
                        proxy.OnDropped(pairing.Waiting);
                        return (forward, true);
                    }
                }

                if (!_isSwallowing)
                {
                    forward = position;
                }
            }
        }
        catch (FormatException)
        {
            pairing.Stop();
        }

        return (_isSwallowing ? forward : input.Length, false);
    }
}

using System.Collections.Concurrent;

namespace TaskGen.Servers;

/// <summary>
/// Tells which command of a connection a reply belongs to: replies come in the order of the commands. Pushes of RESP3 stand beside that
/// order, and a subscription is confirmed by pushes alone, but refused by a reply. On RESP2, a subscribed connection has no such order, so
/// pairing ends there. One thread adds commands, another replies.
/// </summary>
internal sealed class ReplyPairing
{
    private readonly ConcurrentQueue<ExpectedReply> _expected = new();
    private volatile bool _stopped;
    private int _protocol = 2;

    /// <summary>Whether pairing has ended, and everything just passes.</summary>
    public bool Stopped => _stopped;

    /// <summary>How many commands wait for their reply.</summary>
    public int Waiting => _expected.Count;

    public void Expect(RespCommand command, bool drop)
    {
        if (!_stopped)
        {
            _expected.Enqueue(ExpectedReply.Of(command, drop));
        }
    }

    /// <summary>This is not a stream of commands and replies, or no longer.</summary>
    public void Stop()
    {
        _stopped = true;
        _expected.Clear();
    }

    /// <summary>A frame begins with this byte.</summary>
    public ReplyFate Begin(byte first)
    {
        if (first == '>')
        {
            return ReplyFate.Pass;
        }

        while (_expected.TryPeek(out var confirmed) && confirmed is { Subscription: not null, Confirmed: > 0 })
        {
            _expected.TryDequeue(out _);
        }

        if (!_expected.TryPeek(out var head))
        {
            return ReplyFate.Pass;
        }

        if (head.StopsPairing || (head.Subscription is not null && _protocol == 2 && first == '*'))
        {
            Stop();
            return ReplyFate.StopPairing;
        }

        return head.Drop ? ReplyFate.Swallow : ReplyFate.Pass;
    }

    /// <summary>A frame that began with this byte has ended. <paramref name="verb"/> is what it is, if it is a push.</summary>
    public void End(byte first, string verb)
    {
        if (first == '>')
        {
            Confirm(verb);
        }
        else if (_expected.TryDequeue(out var head) && head.Protocol is { } protocol && first != '-')
        {
            _protocol = protocol;
        }
    }

    private void Confirm(string verb)
    {
        while (_expected.TryPeek(out var head) && head.Subscription is not null)
        {
            if (head.Subscription == verb)
            {
                if (++head.Confirmed == head.Confirmations)
                {
                    _expected.TryDequeue(out _);
                }

                return;
            }

            if (head.Confirmed == 0)
            {
                return;
            }

            _expected.TryDequeue(out _);
        }
    }
}
